using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Emission;

/// <summary>Writes where a plan's buffers lie, as constants.</summary>
internal static class OffsetEmitter
{
    public static void Write(CodeWriter code, Plan plan, CallText words)
    {
        bool first = true;
        foreach (IGrouping<Region, PlacedBuffer> region in plan.Buffers.Where(b => b.Size > 0).GroupBy(b => b.Region).OrderBy(g => g.Key))
        {
            if (!first)
            {
                code.Line();
            }

            first = false;
            code.Line($"// {Title(region.Key, plan)}");
            foreach (IGrouping<bool, PlacedBuffer> type in region.GroupBy(b => b.Offset > int.MaxValue).OrderBy(g => g.Key))
            {
                WriteConstants(code, type.Key ? "long" : "int", type.ToList(), words);
            }
        }
    }

    private static void WriteConstants(CodeWriter code, string type, List<PlacedBuffer> buffers, CallText words)
    {
        HashSet<string> said = [];
        Dictionary<long, PlacedBuffer> starts = [];
        Dictionary<long, PlacedBuffer> ends = [];
        code.Line($"public const {type}");
        for (int i = 0; i < buffers.Count; i++)
        {
            PlacedBuffer buffer = buffers[i];

            // A value's shape is its own; what the statistics of a batch norm hold is the same for all.
            string note = words.Of(buffer);
            bool speaks = note.Length > 0 && (buffer.Role == BufferRole.Value || said.Add(note));
            code.Line($"    {buffer.Name} = {Place(buffer, starts, ends)}{(i + 1 < buffers.Count ? "," : ";")}{(speaks ? " // " + note : "")}");
            starts[buffer.Start] = buffer;
            ends[buffer.End] = buffer;
        }
    }

    /// <summary>
    /// A place by that of a buffer before it, behind which it lies or whose memory it takes over: so that a layer of another size changes the lines of its
    /// neighbours, and not of all that follow.
    /// </summary>
    private static string Place(PlacedBuffer buffer, Dictionary<long, PlacedBuffer> starts, Dictionary<long, PlacedBuffer> ends)
    {
        if (buffer.Start == 0 || !(ends.TryGetValue(buffer.Start, out PlacedBuffer? before) || starts.TryGetValue(buffer.Start, out before)))
        {
            return Literals.Of(buffer.Offset);
        }

        long apart = buffer.Offset - before.Offset;
        return apart == 0 ? before.Name : $"{before.Name} {(apart < 0 ? "-" : "+")} {Literals.Of(Math.Abs(apart))}";
    }

    private static string Title(Region region, Plan plan) => region switch
    {
        Region.Slot => $"s: a chunk of {plan.Chunk} image{(plan.Chunk == 1 ? "" : "s")}. Buffers whose lives do not meet share memory.",
        Region.Weights => "w: packed weights.",
        Region.Shard => "g: a shard's own sums.",
        Region.Kept => "b: of every image until the whole batch is through; offsets are for a batch of one.",
        _ => "t: statistics of the whole batch.",
    };
}

using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Emission;

/// <summary>Writes where a plan's buffers lie, as constants.</summary>
internal static class OffsetEmitter
{
    public static void Write(CodeWriter code, WrittenPlan written, CallText words)
    {
        bool first = true;
        Plan plan = written.Plan;
        foreach (IGrouping<Region, int> region in Enumerable.Range(0, plan.Buffers.Count).Where(b => plan.Buffers[b].Size > 0).GroupBy(b => plan.Buffers[b].Region).OrderBy(g => g.Key))
        {
            if (!first)
            {
                code.Line();
            }

            first = false;
            code.Line($"// {Title(region.Key, plan)}");
            foreach (IGrouping<bool, int> type in region.GroupBy(b => plan.Buffers[b].Offset > int.MaxValue).OrderBy(g => g.Key))
            {
                WriteConstants(code, type.Key ? "long" : "int", type.ToList(), written, words);
            }
        }
    }

    private static void WriteConstants(CodeWriter code, string type, List<int> buffers, WrittenPlan written, CallText words)
    {
        HashSet<string> said = [];
        Dictionary<long, int> starts = [];
        Dictionary<long, int> ends = [];
        int last = buffers.FindLastIndex(written.IsNamed);
        if (last >= 0)
        {
            code.Line($"public const {type}");
        }

        for (int i = 0; i <= last; i++)
        {
            PlacedBuffer buffer = written.Plan.Buffers[buffers[i]];
            if (written.IsNamed(buffers[i]))
            {
                // A value's shape is its own; what the statistics of a batch norm hold is the same for all.
                string note = words.Of(buffer);
                bool speaks = note.Length > 0 && (buffer.Role == BufferRole.Value || said.Add(note));
                code.Line($"    {buffer.Name} = {Place(buffer, written, starts, ends)}{(i < last ? "," : ";")}{(speaks ? " // " + note : "")}");
            }

            if (written.IsNamed(buffers[i]) || written.Moved(buffers[i]).Any())
            {
                starts[buffer.Start] = buffers[i];
                ends[buffer.End] = buffers[i];
            }
        }
    }

    /// <summary>
    /// A place by that of a buffer before it, behind which it lies or whose memory it takes over: so that a layer of another size changes the lines of its
    /// neighbours, and not of all that follow.
    /// </summary>
    private static string Place(PlacedBuffer buffer, WrittenPlan written, Dictionary<long, int> starts, Dictionary<long, int> ends)
    {
        if (buffer.Start == 0 || !(ends.TryGetValue(buffer.Start, out int before) || starts.TryGetValue(buffer.Start, out before)))
        {
            return Literals.Of(buffer.Offset);
        }

        string place = written.Plan.Buffers[before].Name;
        if (!written.IsNamed(before))
        {
            // It stands in a loop's later turn.
            Moved moved = written.Moved(before).First();
            place = written.Plan.Buffers[moved.Buffer].Name + Sum(moved.Step, moved.Turn);
        }

        return place + Sum(buffer.Offset - written.Plan.Buffers[before].Offset, 1);
    }

    private static string Sum(long floats, int times) =>
        floats == 0 ? "" : $" {(floats < 0 ? "-" : "+")} {(times == 1 ? Literals.Of(Math.Abs(floats)) : $"({times} * {Literals.Of(Math.Abs(floats))}{(Math.Abs(floats * times) > int.MaxValue ? "L" : "")})")}";

    private static string Title(Region region, Plan plan) => region switch
    {
        Region.Slot => $"s: a chunk of {plan.Chunk} image{(plan.Chunk == 1 ? "" : "s")}. Buffers whose lives do not meet share memory.",
        Region.Weights => "w: packed weights.",
        Region.Shard => "g: a shard's own sums.",
        Region.Kept => "b: of every image until the whole batch is through; offsets are for a batch of one.",
        _ => "t: statistics of the whole batch.",
    };
}

using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Emission;

/// <summary>
/// Writes the layer table as the documentation of a model's class, which an editor shows over its name. It stands in the remarks, since the summary is
/// the user's to write.
/// </summary>
internal static class DocumentationTable
{
    /// <summary>More rows are too many to look at.</summary>
    private const int MostRows = 40;

    /// <summary>Writes it.</summary>
    public static void Write(CodeWriter code, ModelPlan plan)
    {
        List<string[]> rows = [["layer", "output", "parameters", "MACs"], .. Shortened(Rows(plan))];
        rows.Add(TableEmitter.Total(plan));
        code.Line("/// <remarks>");
        code.Line("/// <code>");
        foreach (string line in TextTable.Aligned(rows, 1, 2, 3))
        {
            code.Line("/// " + line);
        }

        code.Line("/// </code>");
        if (plan.Declaration is { Sizes.Count: > 1, Size: 0 } declaration)
        {
            code.Line($"/// At {declaration.CurrentSize}; <c>ForSize</c> has the network at {string.Join(", ", declaration.Sizes.Skip(1))}, with the same parameters.");
        }

        code.Line("/// </remarks>");
    }

    /// <summary>A row for each layer; where those are too many, for each block of the deepest nesting that has few enough.</summary>
    private static List<string[]> Rows(ModelPlan plan)
    {
        int depth = plan.Layers.Max(l => Depth(l.Name));
        List<string[]> rows = Nested(plan.Layers, depth);
        while (rows.Count > MostRows && depth > 1)
        {
            rows = Nested(plan.Layers, --depth);
        }

        return rows;
    }

    private static int Depth(string path) => path.Count(c => c == '.') + 1;

    private static List<string[]> Nested(IReadOnlyList<LayerRow> layers, int depth)
    {
        List<string[]> rows = [];
        for (int first = 0, next; first < layers.Count; first = next)
        {
            string name = Outer(layers[first].Name, depth);
            next = first + 1;
            while (next < layers.Count && Outer(layers[next].Name, depth) == name)
            {
                next++;
            }

            // What a block makes is what its last layer makes that a prediction computes.
            LayerRow[] block = [.. layers.Skip(first).Take(next - first)];
            LayerRow last = Array.FindLast(block, l => !l.TrainingOnly) ?? block[block.Length - 1];
            string remark = Array.TrueForAll(block, l => l.TrainingOnly) ? " (training only)" : "";
            rows.Add(TableEmitter.Row(name + remark, last.Shape, block.Sum(l => l.Parameters), block.Sum(l => l.Macs)));
        }

        return rows;
    }

    private static string Outer(string path, int depth) => string.Join(".", path.Split('.').Take(depth));

    /// <summary>The rows without the middle of too many, which stand on one line.</summary>
    private static IEnumerable<string[]> Shortened(List<string[]> rows)
    {
        if (rows.Count <= MostRows)
        {
            return rows;
        }

        int half = (MostRows - 1) / 2;
        return [.. rows.Take(half), [$"… {rows.Count - (2 * half)} more", "", "", ""], .. rows.Skip(rows.Count - half)];
    }
}

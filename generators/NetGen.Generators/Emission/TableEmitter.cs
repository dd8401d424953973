using System.Globalization;
using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Emission;

/// <summary>
/// Writes what a model knows of itself: the layer table and the parameters as two texts, which people read in the file and
/// <c>NetGen.Runtime.ModelTable</c> reads once at run time. As text they take a line a layer and no code at all.
/// </summary>
internal static class TableEmitter
{
    public static void Write(CodeWriter code, ModelPlan plan)
    {
        List<string[]> layers = [["layer", "output", "parameters", "MACs", "as declared"]];
        layers.AddRange(plan.Layers.Select(l => Row(
            l.Name, l.Shape, l.Parameters, l.Macs, l.Title + (l.Owner is null ? "" : $" (parameters of {l.Owner})") + (l.TrainingOnly ? " (training only)" : ""))));
        layers.Add(Total(plan, ""));
        code.Line($"/// <summary>The layer table and the parameters: {Text(plan.InputShape)} → {Text(plan.OutputShape)}.</summary>");
        code.Line("public static global::NetGen.ModelInfo Info { get; } = global::NetGen.Runtime.ModelTable.Read(");
        code.Line($"    {Literals.Of(Name(plan.Declaration))},");
        code.Line($"    inputShape: [{string.Join(", ", plan.InputShape)}],");
        code.Line($"    outputShape: [{string.Join(", ", plan.OutputShape)}],");
        WriteText(code, "layers", TextTable.Aligned(layers, 1, 2, 3));
        WriteText(code, "parameters", TextTable.Aligned(Parameters(plan)));
        code.Line($"    predictionMemory: {Literals.Of(plan.Predict.SlotSize * sizeof(float))},");
        code.Line($"    predictionMemoryUnshared: {Literals.Of(plan.Predict.UnsharedSlotSize * sizeof(float))},");
        string rest = Values("inputs", plan.Inputs.Count > 1 || plan.Inputs.Any(i => i.Words > 0 || i.MaxLength > 0 || i.Stepwise) ? plan.Inputs : EquatableArray<TagRow>.Empty) + Values("tags", plan.Tags) + Values("outputs", plan.Outputs);
        code.Line($"    trainingMemoryPerImage: {Literals.Of(plan.Train.SlotSize * sizeof(float) / plan.Train.Chunk)}{rest}{Sizes(plan.Declaration)});");
    }

    /// <summary>The class's name; of a further size, that of its own class as well.</summary>
    private static string Name(ModelDeclaration declaration) => declaration.Name.TrimStart('@') + (declaration.Size == 0 ? "" : $".{declaration.CurrentSize.ClassName}");

    /// <summary>The sizes that the network is compiled for, where there are several, and which of them this is.</summary>
    private static string Sizes(ModelDeclaration declaration) => declaration.Sizes.Count == 0
        ? ""
        : $",\n    sizes: [{string.Join(", ", declaration.Sizes.Select(s => FormattableString.Invariant($"new({s.Height}, {s.Width})")))}]{(declaration.Size == 0 ? "" : FormattableString.Invariant($",\n    size: {declaration.Size}"))}";

    /// <summary>A layer's row: its name, what it makes, its parameters and multiplications, and what else there is.</summary>
    public static string[] Row(string name, EquatableArray<int> shape, long parameters, long macs, params string[] rest) => [name, Text(shape), Number(parameters), Number(macs), .. rest];

    /// <summary>The last row: the sums.</summary>
    public static string[] Total(ModelPlan plan, params string[] rest) =>
        Row("total", plan.OutputShape, plan.Layers.Sum(l => l.Parameters), plan.Layers.Sum(l => l.Macs), rest);

    /// <summary>Named values as an argument; nothing where there are none.</summary>
    private static string Values(string argument, EquatableArray<TagRow> values) => values.Count == 0
        ? ""
        : $",\n    {argument}: [{string.Join(", ", values.Select(v => $"new({Literals.Of(v.Name)}, [{string.Join(", ", v.Shape)}]){Settings(v)}"))}]";

    /// <summary>What else is said of a named value.</summary>
    private static string Settings(TagRow value)
    {
        List<string> settings = [];
        if (value.HasGradient)
        {
            settings.Add("HasGradient = true");
        }

        if (value.Words > 0)
        {
            settings.Add(FormattableString.Invariant($"Words = {value.Words}"));
        }

        if (value.MaxLength > 0)
        {
            settings.Add(FormattableString.Invariant($"MaxLength = {value.MaxLength}"));
        }

        if (value.Stepwise)
        {
            settings.Add("Stepwise = true");
        }

        return settings.Count == 0 ? "" : $" {{ {string.Join(", ", settings)} }}";
    }

    /// <summary>A row for each layer that has any: what follows the layer's name in a path, the shape, the start with the fans, and <c>buffer</c> where nothing trains it.</summary>
    private static List<string[]> Parameters(ModelPlan plan)
    {
        List<string[]> rows = [["layer", "parameters"]];
        foreach (ModelParameter parameter in plan.Parameters)
        {
            int point = parameter.Path.LastIndexOf('.');
            string layer = parameter.Path.Substring(0, point);
            string fans = parameter.FanIn == 0 && parameter.FanOut == 0 ? "" : FormattableString.Invariant($"({parameter.FanIn}→{parameter.FanOut})");
            string text = $"{parameter.Path.Substring(point + 1)} {Text(parameter.Shape)} {parameter.Initialization}{fans}{(parameter.Trainable ? "" : " buffer")}";
            if (parameter.Connections is { } connections)
            {
                text += " connections:" + connections.Replace(' ', '/');
            }

            if (parameter.Start is { } start)
            {
                text += (start.Scale == 1 ? "" : " scale:" + start.Scale.ToString("R", CultureInfo.InvariantCulture)) + (start.Mean == 0 ? "" : " mean:" + start.Mean.ToString("R", CultureInfo.InvariantCulture));
            }

            if (parameter.ZeroRow is { } zero)
            {
                text += FormattableString.Invariant($" zero-row:{zero}");
            }

            if (parameter.SpectralNorm is { } dimension)
            {
                text += FormattableString.Invariant($" spectral-norm:{dimension}");
            }

            string[] last = rows[rows.Count - 1];
            if (last[0] == layer)
            {
                last[1] += ", " + text;
            }
            else
            {
                rows.Add([layer, text]);
            }
        }

        return rows;
    }

    private static void WriteText(CodeWriter code, string argument, IEnumerable<string> lines)
    {
        List<string> text = lines.ToList();
        string quotes = new('"', Math.Max(3, text.Max(LongestQuote) + 1));
        code.Line($"    {argument}: {quotes}");
        foreach (string line in text)
        {
            code.Line("    " + line);
        }

        code.Line($"    {quotes},");
    }

    private static int LongestQuote(string text)
    {
        int longest = 0;
        int length = 0;
        foreach (char c in text)
        {
            length = c == '"' ? length + 1 : 0;
            longest = Math.Max(longest, length);
        }

        return longest;
    }

    private static string Text(EquatableArray<int> shape) => string.Join("×", shape);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}

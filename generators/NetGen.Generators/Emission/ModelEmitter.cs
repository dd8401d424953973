using System.Globalization;

namespace NetGen.Generators.Emission;

/// <summary>Writes a model's file: the layer table, what the model offers, and its passes as lists of calls.</summary>
internal static class ModelEmitter
{
    public static string HintName(ModelDeclaration declaration) => HintNames.Of(declaration.FullName.Replace("@", ""));

    public static string Emit(ModelPlan plan)
    {
        CodeWriter code = new();
        FileHeader.Write(code);
        WriteTable(code, plan);
        code.Line();
        Enclose(code, plan.Declaration, ": global::NetGen.Model", inner =>
        {
            WriteMembers(inner, plan);
            PlanEmitter.WriteOffsets(inner, "PredictAt", plan.Predict, "a prediction");
            PlanEmitter.WriteOffsets(inner, "TrainAt", plan.Train, "a training step");
            PlanEmitter.WritePredict(inner, plan.Predict);
            PlanEmitter.WriteTrain(inner, plan.Train);
            PlanEmitter.WritePacks(inner, plan);
            PlanEmitter.WriteEndPhase(inner, plan);
            PlanEmitter.WriteReductions(inner, plan);
            PlanEmitter.WriteLoss(inner, plan);
        });
        return code.ToString();
    }

    /// <summary>The part of a class whose layers do not fit: its members exist, so that the layers' own error is the only one, and throw.</summary>
    public static string EmitUnavailable(ModelDeclaration declaration)
    {
        CodeWriter code = new();
        FileHeader.Write(code);
        Enclose(code, declaration, ": global::NetGen.Runtime.UnavailableModel", inner =>
        {
            inner.Line("public const int InputSize = 0;").Line();
            inner.Line("public const int OutputSize = 0;").Line();
            inner.Line("public const int ParameterCount = 0;").Line();
            inner.Line("/// <summary>Throws: the layers of this model do not fit, as the compiler's error says.</summary>");
            using (inner.Block($"public {declaration.Name}(ulong seed = 0) : base({CodeWriter.Quote(declaration.FullName)})"))
            {
            }

            inner.Line();
            inner.Line($"public static global::NetGen.ModelInfo Info => throw Unavailable({CodeWriter.Quote(declaration.FullName)});");
        });
        return code.ToString();
    }

    private static void Enclose(CodeWriter code, ModelDeclaration declaration, string heritage, Action<CodeWriter> write)
    {
        Stack<CodeWriter.Scope> scopes = new();
        if (declaration.Namespace.Length > 0)
        {
            scopes.Push(code.Block($"namespace {declaration.Namespace}"));
        }

        foreach (ContainingType type in declaration.ContainingTypes)
        {
            scopes.Push(code.Block($"partial {type.Keyword} {type.Name}"));
        }

        code.Line($"[global::System.CodeDom.Compiler.GeneratedCode(\"NetGen\", \"{FileHeader.Version}\")]");
        string modifiers = heritage.Contains("Unavailable") ? "partial class" : "unsafe partial class";
        using (code.Block($"{modifiers} {declaration.Name} {heritage}"))
        {
            write(code);
        }

        while (scopes.Count > 0)
        {
            scopes.Pop().Dispose();
        }
    }

    private static void WriteTable(CodeWriter code, ModelPlan plan)
    {
        List<string[]> rows = [["layer", "output", "parameters", "MACs", "as declared"]];
        rows.AddRange(plan.Layers.Select(l => new[] { l.Name, string.Join("×", l.Shape), Number(l.Parameters), Number(l.Macs), l.Title }));
        rows.Add(["total", string.Join("×", plan.OutputShape), Number(plan.Layers.Sum(l => l.Parameters)), Number(plan.Layers.Sum(l => l.Macs)), ""]);
        int[] widths = Enumerable.Range(0, 5).Select(i => rows.Max(r => r[i].Length)).ToArray();
        code.Line($"// {plan.Declaration.FullName}: {string.Join("×", plan.InputShape)} → {string.Join("×", plan.OutputShape)}");
        code.Line("//");
        foreach (string[] row in rows)
        {
            code.Line($"// {row[0].PadRight(widths[0])}  {row[1].PadLeft(widths[1])}  {row[2].PadLeft(widths[2])}  {row[3].PadLeft(widths[3])}  {row[4]}");
        }
    }

    private static void WriteMembers(CodeWriter code, ModelPlan plan)
    {
        long count = plan.Layers.Sum(l => l.Parameters);
        code.Line("/// <summary>Values of one input.</summary>");
        code.Line($"public const int InputSize = {Product(plan.InputShape)};").Line();
        code.Line("/// <summary>Values of one output.</summary>");
        code.Line($"public const int OutputSize = {Product(plan.OutputShape)};").Line();
        code.Line("/// <summary>Trainable values.</summary>");
        code.Line($"public const {(count > int.MaxValue ? "long" : "int")} ParameterCount = {count};").Line();
        code.Line("private static readonly global::NetGen.Runtime.ModelLayout s_layout = new()");
        code.Line("{");
        foreach ((string name, long value) in Layout(plan))
        {
            code.Line($"    {name} = {CodeWriter.Literal(value)},");
        }

        code.Line("};").Line();
        code.Line("/// <summary>Makes a model with freshly initialised parameters.</summary>");
        code.Line("/// <param name=\"seed\">Determines the initial weights and the noise of training.</param>");
        using (code.Block($"public {plan.Declaration.Name}(ulong seed = 0) : base(Info, s_layout, seed)"))
        {
        }

        code.Line();
        code.Line("/// <summary>The layer table and the parameters.</summary>");
        code.Line("public static global::NetGen.ModelInfo Info { get; } = new(");
        code.Line($"    {CodeWriter.Quote(plan.Declaration.Name.TrimStart('@'))},");
        code.Line($"    [{string.Join(", ", plan.InputShape)}],");
        code.Line($"    [{string.Join(", ", plan.OutputShape)}],");
        code.Line("    [");
        foreach (LayerRow row in plan.Layers)
        {
            code.Line($"        new({CodeWriter.Quote(row.Name)}, {CodeWriter.Quote(row.Title)}, [{string.Join(", ", row.Shape)}], {row.Parameters}, {row.Macs}),");
        }

        code.Line("    ],");
        code.Line("    [");
        foreach (ModelParameter parameter in plan.Parameters)
        {
            string trainable = parameter.Trainable ? "true" : "false";
            string connections = parameter.Connections is null ? "" : $" {{ Connections = {CodeWriter.Quote(parameter.Connections)} }}";
            code.Line($"        new({CodeWriter.Quote(parameter.Path)}, [{string.Join(", ", parameter.Shape)}], {trainable}, global::NetGen.Initialization.{parameter.Initialization}, {parameter.FanIn}, {parameter.FanOut}){connections},");
        }

        code.Line("    ]);");
    }

    private static IEnumerable<(string Name, long Value)> Layout(ModelPlan plan)
    {
        yield return ("PredictChunk", plan.Predict.Chunk);
        yield return ("PredictSlot", plan.Predict.SlotSize);
        yield return ("PredictWeights", plan.Predict.WeightsSize);
        yield return ("TrainChunk", plan.Train.Chunk);
        yield return ("TrainSlot", plan.Train.SlotSize);
        yield return ("TrainWeights", plan.Train.WeightsSize);
        yield return ("Lane", plan.Train.LaneSize);
        yield return ("Statistics", plan.Train.StatisticsSize);
        yield return ("Phases", plan.Train.Phases.Count);
        yield return ("FirstBackwardPhase", plan.Train.Phases.TakeWhile(p => !p.Backward).Count());
        yield return ("Reductions", plan.Train.Reductions.Count);
        yield return ("Packs", plan.Train.Packs.Count);
        yield return ("Classes", plan.Classes);
    }

    private static long Product(EquatableArray<int> shape) => shape.Aggregate(1L, (product, size) => product * size);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}

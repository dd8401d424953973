namespace NetGen.Generators.Emission;

/// <summary>Writes a model's file: the layer table, what the model offers, and its passes as lists of calls. A layer adds lines; what is long falls into several methods.</summary>
internal static class ModelEmitter
{
    public static string HintName(ModelDeclaration declaration) => HintNames.Of(declaration.FullName.Replace("@", ""));

    public static string Emit(ModelPlan plan)
    {
        CodeWriter code = new();
        FileHeader.Write(code);

        // Kernels are named by their shapes, so nothing of the user's is in their way; and an alias before :: hides nothing.
        code.Line($"using static global::{KernelEmitter.Namespace}.Kernels;");
        code.Line("using Ng = global::NetGen.Runtime;").Line();
        Enclose(code, plan.Declaration, available: true, inner =>
        {
            TableEmitter.Write(inner, plan);
            WriteMembers(inner, plan);
            PlanEmitter.WritePredict(inner, plan.Predict);
            PlanEmitter.WriteTrain(inner, plan.Train);
            RoutineEmitter.Write(inner, plan);
        });
        return code.Finish();
    }

    /// <summary>The part of a class whose layers do not fit: its members exist, so that the layers' own error is the only one, and throw.</summary>
    public static string EmitUnavailable(ModelDeclaration declaration)
    {
        CodeWriter code = new();
        FileHeader.Write(code);
        Enclose(code, declaration, available: false, inner =>
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
        return code.Finish();
    }

    private static void Enclose(CodeWriter code, ModelDeclaration declaration, bool available, Action<CodeWriter> write)
    {
        Stack<CodeWriter.Scope> scopes = new();
        if (declaration.Namespace.Length > 0)
        {
            // A model may be unavailable because its project is set to a C# without namespaces of a whole file.
            if (available)
            {
                code.Line($"namespace {declaration.Namespace};").Line();
            }
            else
            {
                scopes.Push(code.Block($"namespace {declaration.Namespace}"));
            }
        }

        foreach (ContainingType type in declaration.ContainingTypes)
        {
            scopes.Push(code.Block($"partial {type.Keyword} {type.Name}"));
        }

        code.Line($"[global::System.CodeDom.Compiler.GeneratedCode(\"NetGen\", \"{FileHeader.Version}\")]");
        using (code.Block(available
            ? $"unsafe partial class {declaration.Name} : global::NetGen.Model"
            : $"partial class {declaration.Name} : global::NetGen.Runtime.UnavailableModel"))
        {
            write(code);
        }

        while (scopes.Count > 0)
        {
            scopes.Pop().Dispose();
        }
    }

    private static void WriteMembers(CodeWriter code, ModelPlan plan)
    {
        long count = plan.Layers.Sum(l => l.Parameters);
        code.Line();
        code.Line(plan.Inputs.Count == 1 ? "/// <summary>Values of one input.</summary>" : "/// <summary>Values of one sample of all inputs, which lie one after the other.</summary>");
        code.Line($"public const int InputSize = {Product(plan.InputShape)};").Line();
        code.Line("/// <summary>Values of one output.</summary>");
        code.Line($"public const int OutputSize = {Product(plan.OutputShape)};").Line();
        code.Line("/// <summary>Trainable values.</summary>");
        code.Line($"public const {(count > int.MaxValue ? "long" : "int")} ParameterCount = {count};").Line();
        code.Line("private static readonly Ng::ModelLayout s_layout = new()");
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
        if (plan.Train.BatchCalls.Count > 0)
        {
            yield return ("Kept", plan.Train.BatchSize);
            yield return ("BatchItems", plan.Train.BatchCalls.Sum(c => c.Items));
        }

        yield return ("Phases", plan.Train.Phases.Count);
        yield return ("FirstBackwardPhase", plan.Train.Phases.TakeWhile(p => !p.Backward).Count());
        yield return ("Reductions", plan.Train.Reductions.Count);
        yield return ("PredictPacks", plan.Predict.Packs.Count);
        yield return ("TrainPacks", plan.Train.Packs.Count);
        yield return ("Classes", plan.Classes);
    }

    private static long Product(EquatableArray<int> shape) => shape.Aggregate(1L, (product, size) => product * size);
}

using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Emission;

/// <summary>Writes a model's file: the layer table, what the model offers, and its passes as lists of calls. A layer adds lines; what is long falls into several methods.</summary>
internal static class ModelEmitter
{
    /// <summary>The full name as users write it.</summary>
    public static string Title(ModelDeclaration declaration) => declaration.FullName.Replace("@", "");

    /// <summary>Writes the file of a model whose layers fit.</summary>
    public static string Emit(ModelPlan plan)
    {
        ModelDeclaration declaration = plan.Declaration;
        CodeWriter code = new();
        FileHeader.Write(code, nullable: true);
        Enclose(code, declaration, $"global::NetGen.Model, {Interface(declaration)}", inner => DocumentationTable.Write(inner, plan), inner =>
        {
            TableEmitter.Write(inner, plan);
            WriteMembers(inner, plan);
        });
        WriteCode(code, plan);
        return code.Finish();
    }

    /// <summary>Writes the class of what a model does. It stands where no name of the user's is in its way, and hides none: only this file sees it.</summary>
    public static void WriteCode(CodeWriter code, ModelPlan plan)
    {
        ModelDeclaration declaration = plan.Declaration;
        code.Line().Line("#nullable disable");
        using (code.Braces($"namespace {FileHeader.Namespace}"))
        {
            code.Line($"using static global::{FileHeader.Namespace}.Kernels;");
            code.Line("using Ng = global::NetGen.Runtime;").Line();
            code.Line($"/// <summary>How {Title(declaration)} predicts and trains{(declaration.Size == 0 ? "" : $" at {declaration.CurrentSize}")}.</summary>");
            code.Line(FileHeader.GeneratedCode);
            using (code.Braces($"file sealed unsafe class {CodeName(declaration)} : Ng::ModelCode"))
            {
                WrittenPlan predict = new(plan.Predict);
                WrittenPlan train = new(plan.Train);
                WrittenPlan? explain = plan.Explain is null ? null : new(plan.Explain);
                WrittenPlan? step = plan.Step is null ? null : new(plan.Step);
                WriteLayout(code, plan);
                PlanEmitter.WritePredict(code, plan, predict);
                PlanEmitter.WriteTrain(code, plan, train);
                if (explain is not null)
                {
                    PlanEmitter.WriteExplanation(code, plan, explain);
                }

                if (step is not null)
                {
                    PlanEmitter.WriteStepping(code, plan, step);
                }

                RoutineEmitter.Write(code, plan);
                WriteParameters(code, plan.Parameters, [.. predict.Parameters.Union(train.Parameters).Union(explain?.Parameters ?? []).Union(step?.Parameters ?? []).OrderBy(p => p)]);
            }
        }
    }

    /// <summary>The part of a class whose layers do not fit: its members exist, so that the layers' own error is the only one, and throw.</summary>
    /// <param name="declaration">The model.</param>
    /// <param name="taken">Names of its members that are the user's own, which are left to the user.</param>
    public static string EmitUnavailable(ModelDeclaration declaration, IReadOnlyCollection<string> taken)
    {
        CodeWriter code = new();
        FileHeader.Write(code, nullable: true);
        Enclose(code, declaration, $"{UnavailableBase}, {Interface(declaration)}", static _ => { }, inner =>
        {
            string name = Literals.Of(Title(declaration));
            List<string> members = [];
            foreach (string constant in new[] { "InputSize", "OutputSize", "ParameterCount" })
            {
                Add(constant, $"public const int {constant} = 0;");
            }

            Add("Info", $"public static global::NetGen.ModelInfo Info => throw Unavailable({name});");
            Add(".ctor", $"/// <summary>Throws: the layers of this model do not fit, as the compiler's error says.</summary>\npublic {declaration.Name}(ulong seed = 0) : base({name})\n{{\n}}");
            Add("FromFile", string.Join("\n\n", FactoryMethod.All.Select(f => $"public static {declaration.Name} FromFile({f.Parameters}) => throw Unavailable({name});")));
            // Code that takes models of any class would have errors of its own without these.
            members.Add($"static global::NetGen.ModelInfo {Interface(declaration)}.Info => throw Unavailable({name});");
            members.Add($"static {declaration.Name} {Interface(declaration)}.Create(ulong seed) => throw Unavailable({name});");
            members.AddRange(FactoryMethod.All.Select(f => $"static {declaration.Name} {Interface(declaration)}.FromFile({f.Explicit}) => throw Unavailable({name});"));
            foreach (ImageSize size in declaration.Sizes.Skip(1))
            {
                Add(size.ClassName, $"public sealed class {size.ClassName} : {UnavailableBase}\n{{\n    public const int InputSize = 0;\n\n    public const int OutputSize = 0;\n\n    public static global::NetGen.ModelInfo Info => throw Unavailable({name});\n}}");
            }

            inner.Line(string.Join("\n\n", members));

            void Add(string member, string text)
            {
                if (!taken.Contains(member))
                {
                    members.Add(text);
                }
            }
        });
        return code.Finish();
    }

    private const string UnavailableBase = "global::NetGen.Runtime.UnavailableModel";

    private const string WeightSource = "global::NetGen.Runtime.WeightSource";

    /// <summary>The class of what a model does, at the size that its declaration is at.</summary>
    public static string CodeName(ModelDeclaration declaration) => declaration.Name.TrimStart('@') + (declaration.Size == 0 ? "" : $"{declaration.CurrentSize}") + "Code";

    private static string Interface(ModelDeclaration declaration) => $"global::NetGen.IModel<{declaration.Name}>";

    /// <summary>Writes a part of the model's class, within the types around it.</summary>
    /// <param name="code">The file.</param>
    /// <param name="declaration">The model.</param>
    /// <param name="bases">What the part derives from; empty where another part says it.</param>
    /// <param name="document">Writes what documents the class.</param>
    /// <param name="write">Writes its members.</param>
    public static void Enclose(CodeWriter code, ModelDeclaration declaration, string bases, Action<CodeWriter> document, Action<CodeWriter> write)
    {
        Stack<CodeWriter.Scope> scopes = new();
        if (declaration.Namespace.Length > 0)
        {
            scopes.Push(code.Braces($"namespace {declaration.Namespace}"));
        }

        foreach (ContainingType type in declaration.ContainingTypes)
        {
            scopes.Push(code.Braces($"partial {type.Keyword} {type.Name}"));
        }

        // The class is the user's, so what marks generated code stands elsewhere.
        document(code);
        using (code.Braces($"partial class {declaration.Name}{(bases.Length == 0 ? "" : $" : {bases}")}"))
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
        WriteSizes(code, plan);
        code.Line("/// <summary>Trainable values.</summary>");
        code.Line($"public const {(count > int.MaxValue ? "long" : "int")} ParameterCount = {count};").Line();
        code.Line("/// <summary>Makes a model with freshly initialised parameters.</summary>");
        code.Line("/// <param name=\"seed\">Determines the initial weights and the noise of training.</param>");
        using (code.Braces($"public {plan.Declaration.Name}(ulong seed = 0) : base(Info, new global::{FileHeader.Namespace}.{CodeName(plan.Declaration)}(), seed)"))
        {
        }

        WriteFactories(code, plan.Declaration);
        SizeEmitter.WriteMaker(code, plan.Declaration);
    }

    /// <summary>Writes how many values come in and go out.</summary>
    public static void WriteSizes(CodeWriter code, ModelPlan plan)
    {
        code.Line();
        code.Line(plan.Inputs.Count == 1 ? "/// <summary>Values of one input.</summary>" : "/// <summary>Values of one sample of all inputs, which lie one after the other.</summary>");
        code.Line($"public const int InputSize = {Product(plan.InputShape)};").Line();
        code.Line("/// <summary>Values of one output.</summary>");
        code.Line($"public const int OutputSize = {Product(plan.OutputShape)};").Line();
    }

    /// <summary>What makes a model with the weights of a file, so that none are drawn first: one method for each form of <c>Model.Load</c>.</summary>
    private static void WriteFactories(CodeWriter code, ModelDeclaration declaration)
    {
        code.Line();
        using (code.Braces($"private {declaration.Name}({WeightSource} weights, ulong seed) : base(Info, new global::{FileHeader.Namespace}.{CodeName(declaration)}(), weights, seed)"))
        {
        }

        code.Line();
        code.Line($"static {declaration.Name} {Interface(declaration)}.Create(ulong seed) => new(seed);");
        foreach (FactoryMethod factory in FactoryMethod.All)
        {
            code.Line();
            code.Line("/// <inheritdoc/>");
            code.Line($"public static {declaration.Name} FromFile({factory.Parameters}) => new(new {WeightSource}({factory.Arguments}), seed);");
        }
    }

    /// <summary>The places of parameters that code names. Each counts on from the one before, so that a new layer changes the lines about itself.</summary>
    private static void WriteParameters(CodeWriter code, EquatableArray<ModelParameter> parameters, List<int> named)
    {
        if (named.Count == 0)
        {
            return;
        }

        code.Line();
        code.Line("/// <summary>The parameters' places, in the order of <c>Info</c>.</summary>");
        using (code.Braces($"private static class {PlanNames.Parameters}"))
        {
            code.Line("public const int");
            for (int i = 0; i < named.Count; i++)
            {
                string place = i == 0 ? Literals.Of(named[0]) : $"{parameters[named[i - 1]].Label} + {named[i] - named[i - 1]}";
                code.Line($"    {parameters[named[i]].Label} = {place}{(i + 1 < named.Count ? "," : ";")}");
            }
        }
    }

    private static void WriteLayout(CodeWriter code, ModelPlan plan)
    {
        code.Line("/// <inheritdoc/>");
        code.Line("public override Ng::ModelLayout Layout { get; } = new()");
        code.Line("{");
        foreach ((string name, long value) in Layout(plan))
        {
            code.Line($"    {name} = {Literals.Of(value)},");
        }

        int[] ends = [.. plan.Train.Phases.SelectMany((phase, number) => phase.Ends.Select(_ => number))];
        if (ends.Length > 0)
        {
            code.Line($"    PhaseEndCalls = [{string.Join(", ", ends)}],");
        }

        WriteGradientPhases(code, plan);
        if (plan.Labels.Ignored is { } ignored)
        {
            code.Line($"    IgnoreIndex = {Literals.Of(ignored)},");
        }

        if (plan.Labels.AreSequences)
        {
            code.Line("    LabelsAreSequences = true,");
        }

        if (plan.LengthsAt is { } at)
        {
            code.Line($"    LengthsAt = {Literals.Of(at)},");
        }

        if (plan.Labels.Weights is { Count: > 0 } weights)
        {
            code.Line($"    ClassWeights = [{string.Join(", ", weights.Select(Literals.Of))}],");
        }

        if (plan.DividesByLabels)
        {
            code.Line("    DividesByLabels = true,");
        }

        if (plan.OwnLosses.Count > 0)
        {
            code.Line("    Heads =");
            code.Line("    [");
            foreach (LossRow loss in plan.OwnLosses)
            {
                List<string> rule = [];
                if (loss.Labels.Ignored is { } label)
                {
                    rule.Add($"IgnoreIndex = {Literals.Of(label)}");
                }

                if (loss.Labels.AreSequences)
                {
                    rule.Add("LabelsAreSequences = true");
                }

                if (loss.LengthsAt is { } place)
                {
                    rule.Add($"LengthsAt = {Literals.Of(place)}");
                }

                if (loss.Labels.Weights is { Count: > 0 } ofClasses)
                {
                    rule.Add($"ClassWeights = [{string.Join(", ", ofClasses.Select(Literals.Of))}]");
                }

                if (loss.DividesByLabels)
                {
                    rule.Add("DividesByLabels = true");
                }

                code.Line($"        new({Literals.Of(loss.Output)}, {Literals.Of(loss.Weight)}, {Literals.Of(loss.Classes)}){(rule.Count == 0 ? "" : $" {{ {string.Join(", ", rule)} }}")},");
            }

            code.Line("    ],");
        }

        if (plan.StepStarts)
        {
            code.Line("    StepStarts = true,");
        }

        if (plan.StepStartIsStep)
        {
            code.Line("    StepStartIsStep = true,");
        }

        if (plan.NormOfOneValue is { } norm)
        {
            code.Line($"    NormOfOneValue = {Literals.Of(norm)},");
        }

        code.Line("};");
    }

    /// <summary>Of a step with several phases: when its gradients are whole. With one phase all are at its end.</summary>
    private static void WriteGradientPhases(CodeWriter code, ModelPlan plan)
    {
        if (plan.Train.Phases.Count == 1)
        {
            return;
        }

        if (plan.Train.Streams)
        {
            code.Line("    Streams = true,");
        }

        GradientPhases phases = new(plan.Train);
        if (phases.BatchCalls.Count > 0)
        {
            code.Line($"    BatchPhases = [{string.Join(", ", phases.BatchCalls.Select((phase, i) => $"new({plan.Train.BatchCalls[i].Items}, {phase})"))}],");
        }

        if (phases.Reductions.Count > 0)
        {
            code.Line($"    ReductionPhases = [{string.Join(", ", phases.Reductions)}],");
        }

        code.Line($"    GradientPhases = [{string.Join(", ", plan.Parameters.Select((p, i) => (p, i)).Where(p => p.p.Trainable).Select(p => phases.Of(p.i)))}],");
    }

    private static IEnumerable<(string Name, long Value)> Layout(ModelPlan plan)
    {
        yield return ("PredictChunk", plan.Predict.Chunk);
        yield return ("PredictSlot", plan.Predict.SlotSize);
        yield return ("PredictWeights", plan.Predict.WeightsSize);
        if (plan.Predict.WorkSize > 0)
        {
            yield return ("PredictWork", plan.Predict.WorkSize);
        }

        foreach ((string name, long value) in Sharing("Predict", plan.Predict))
        {
            yield return (name, value);
        }

        yield return ("TrainChunk", plan.Train.Chunk);
        yield return ("TrainSlot", plan.Train.SlotSize);
        yield return ("TrainWeights", plan.Train.WeightsSize);
        if (plan.Train.WorkSize > 0)
        {
            yield return ("TrainWork", plan.Train.WorkSize);
        }

        yield return ("Shard", plan.Train.ShardSize);
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
        if (plan.Explain is { } explain)
        {
            yield return ("ExplainChunk", explain.Chunk);
            yield return ("ExplainSlot", explain.SlotSize);
            yield return ("ExplainWeights", explain.WeightsSize);
            if (explain.WorkSize > 0)
            {
                yield return ("ExplainWork", explain.WorkSize);
            }

            if (explain.ShardSize > 0)
            {
                yield return ("ExplainShard", explain.ShardSize);
            }

            yield return ("ExplainPacks", explain.Packs.Count);
        }

        if (plan.Step is { } step)
        {
            yield return ("StepChunk", step.Chunk);
            yield return ("StepSlot", step.SlotSize);
            yield return ("StepWeights", step.WeightsSize);
            if (step.WorkSize > 0)
            {
                yield return ("StepWork", step.WorkSize);
            }

            foreach ((string name, long value) in Sharing("Step", step))
            {
                yield return (name, value);
            }

            yield return ("StepPacks", step.Packs.Count);
            yield return ("StepState", step.StateSize);
            yield return ("StepOutput", plan.StepOutput);
        }

        yield return ("Classes", plan.Classes);
    }

    /// <summary>What threads that go through the same images share.</summary>
    private static IEnumerable<(string Name, long Value)> Sharing(string what, Plan plan)
    {
        if (plan.SharedCalls > 0)
        {
            yield return (what + "Shared", plan.SharedCalls);
            if (plan.ImagesTogether > 0)
            {
                yield return (what + "Together", plan.ImagesTogether);
            }
        }
    }

    private static long Product(EquatableArray<int> shape) => shape.Aggregate(1L, (product, size) => product * size);
}

using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Tests.Snapshots;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Incrementality;

/// <summary>What an edit runs anew, and that the same source always gives the same bytes.</summary>
public sealed class IncrementalityTests
{
    private const string First = """
        [Input(3, 8, 8)]
        [Conv(16, 3, Pad = 1)] [BatchNorm] [ReLU] [LeakyReLU(0.125f)]
        [Tag("x")] [Conv(16, 1)] [Add("x")] [Dropout(0.25f)]
        [MaxPool(2)] [Flatten]
        [Dense(10)]
        [SoftmaxCrossEntropy(LabelSmoothing = 0.1f)]
        public sealed partial class First;
        """;

    private const string Second = """
        [Input(3, 8, 8)]
        [Conv(24, 3, Pad = 1)] [ReLU]
        [GlobalAvgPool]
        [Dense(5)]
        [MeanSquaredError]
        public sealed partial class Second;
        """;

    [Fact]
    public void ACommentEdit_IsCached()
    {
        Edit edit = new(First + "\n" + Second, s => "// A comment.\n" + s.Replace("[Dense(10)]", "[Dense(10)] /* ten digits */", StringComparison.Ordinal));

        edit.ShouldRunNothing();
    }

    /// <summary>A model of several sizes is compiled once for all of them, and anew only where its layers or sizes change.</summary>
    [Fact]
    public void AModelOfSeveralSizes_IsCached()
    {
        string sized = Second.Replace("3, 8, 8", "3, Dimension.Any, Dimension.Any, Sizes = \"8x8, 9x12\"", StringComparison.Ordinal);
        Edit comment = new(First + "\n" + sized, s => "// A comment.\n" + s);
        Edit size = new(First + "\n" + sized, s => s.Replace("9x12", "9x13", StringComparison.Ordinal));

        comment.ShouldRunNothing();
        comment.Before.Keys.ShouldContain("Second-9x12.g.cs");
        size.After.Keys.ShouldContain("Second-9x13.g.cs");
        size.After.Keys.ShouldNotContain("Second-9x12.g.cs");
        size.Emitted("First.g.cs").ShouldBe(IncrementalStepRunReason.Cached);
    }

    /// <summary>What a model's class has besides its layers is not the generator's, in whatever order.</summary>
    [Fact]
    public void ReorderedMembers_AreCached()
    {
        const string Members = "\n{ public int A; public int B() => 1; }";
        const string Other = "\n{ public int B() => 2; public int A; }";
        string source = First.TrimEnd(';') + Members + "\n" + Second;
        Edit edit = new(source, s => s.Replace(Members, Other, StringComparison.Ordinal));

        edit.ShouldRunNothing();
    }

    /// <summary>Where arguments stand is no part of what is compiled.</summary>
    [Fact]
    public void MovedArguments_AreCached()
    {
        Edit edit = new(First + "\n" + Second, s => s.Replace("Conv(16, 3, Pad = 1)", "Conv(16,   3,\n    Pad = 1)", StringComparison.Ordinal));

        edit.ShouldRunNothing();
    }

    [Fact]
    public void ReorderedModels_AreCached()
    {
        Edit edit = new(First + "\n" + Second, _ => Second + "\n" + First);

        edit.After.ShouldBe(edit.Before);
        edit.Outcomes(NetGenGenerator.KernelStep).ShouldAllBe(r => r == IncrementalStepRunReason.Cached || r == IncrementalStepRunReason.Unchanged);
        edit.Outcomes(NetGenGenerator.TileStep).ShouldAllBe(r => r == IncrementalStepRunReason.Cached || r == IncrementalStepRunReason.Unchanged);
    }

    [Fact]
    public void AnUnrelatedType_IsCached()
    {
        Edit edit = new(First + "\n" + Second, s => s + "\n[System.Obsolete] public class Unrelated { public int X; }");

        edit.ShouldRunNothing();
    }

    [Fact]
    public void AnUnrelatedFile_IsCached()
    {
        CSharpCompilation before = Sources.Compile(First + "\n" + Second);
        GeneratorDriver driver = Generation.Driver().RunGenerators(before);
        CSharpCompilation after = before.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Other;", (CSharpParseOptions)before.SyntaxTrees[0].Options, "Other.cs"));

        new Edit(driver, driver.RunGenerators(after)).ShouldRunNothing();
    }

    /// <summary>Typing above a model in error moves its error and compiles nothing.</summary>
    [Fact]
    public void AMovedModelInError_IsCached()
    {
        string wrong = First.Replace("[MaxPool(2)]", "[MaxPool(9)]", StringComparison.Ordinal);
        CSharpCompilation before = Sources.Compile(wrong + "\n" + Second);
        CSharpCompilation after = Sources.Compile("\n// Two lines more.\n" + wrong + "\n" + Second);
        GeneratorDriver first = Generation.Driver().RunGenerators(before);
        GeneratorDriver second = first.RunGenerators(before.ReplaceSyntaxTree(before.SyntaxTrees[0], after.SyntaxTrees[0]));

        Edit edit = new(first, second, inError: true);

        edit.Outcomes(NetGenGenerator.CompileStep).ShouldAllBe(r => r == IncrementalStepRunReason.Cached || r == IncrementalStepRunReason.Unchanged);
        edit.Emitted("First.g.cs").ShouldBe(IncrementalStepRunReason.Cached);
        edit.Emitted("Second.g.cs").ShouldBe(IncrementalStepRunReason.Cached);
        edit.After.ShouldBe(edit.Before);
        Line(second).ShouldBe(Line(first) + 2);

        static int Line(GeneratorDriver driver) => driver.GetRunResult().Diagnostics.ShouldHaveSingleItem().Location.GetLineSpan().StartLinePosition.Line;
    }

    [Fact]
    public void AChangedChannelCount_EmitsWhatItTouches()
    {
        Edit edit = new(First + "\n" + Second, s => s.Replace("[Conv(24, ", "[Conv(40, ", StringComparison.Ordinal));

        edit.Outcomes(NetGenGenerator.CompileStep).ShouldBe([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], ignoreOrder: true);

        // First's file and the kernels of its own shapes are as before.
        edit.Emitted("First.g.cs").ShouldBe(IncrementalStepRunReason.Cached);
        edit.Emitted("Second.g.cs").ShouldBe(IncrementalStepRunReason.Modified);
        string[] kept = [.. edit.Before.Keys.Intersect(edit.After.Keys).Where(k => k.Contains(".Kernels-", StringComparison.Ordinal))];
        string[] ofFirst = [.. Generation.Files(First).Keys.Where(k => k.Contains(".Kernels-", StringComparison.Ordinal))];
        ofFirst.Except(kept).ShouldBeEmpty();
        kept.Length.ShouldBeGreaterThan(5);
        kept.ShouldAllBe(k => edit.Before[k] == edit.After[k]);
        edit.After.Keys.Except(edit.Before.Keys).ShouldAllBe(k => k.Contains("40", StringComparison.Ordinal) || k.Contains(".Tiles-", StringComparison.Ordinal));
    }

    /// <summary>Register tiles know no layer's sizes: one more layer has kernels of its own, but calls tiles that are there.</summary>
    [Fact]
    public void ALayerOfOtherSizes_SharesItsTiles()
    {
        Edit edit = new(First + "\n" + Second, s => s.Replace("[Dense(5)]", "[Dense(6)]", StringComparison.Ordinal));

        edit.After.Keys.Except(edit.Before.Keys).ShouldAllBe(k => k.Contains("_to_6.", StringComparison.Ordinal) || k.Contains("_6.", StringComparison.Ordinal) || k.Contains("_6_", StringComparison.Ordinal));
        edit.Before.Keys.ShouldContain(k => k.Contains(".Tiles-", StringComparison.Ordinal));
        edit.Outcomes(NetGenGenerator.TileStep).ShouldAllBe(r => r == IncrementalStepRunReason.Cached || r == IncrementalStepRunReason.Unchanged);
    }

    [Fact]
    public void AnAddedModel_LeavesTheOthers()
    {
        Edit edit = new(First, s => s + "\n" + Second);

        edit.Emitted("First.g.cs").ShouldBe(IncrementalStepRunReason.Cached);
        edit.Emitted("Second.g.cs").ShouldBe(IncrementalStepRunReason.New);
        edit.Before.ShouldAllBe(file => edit.After[file.Key] == file.Value);
    }

    [Fact]
    public void TwoModelsOfEqualLayers_ShareTheirKernels()
    {
        string twin = First.Replace("class First", "class Twin", StringComparison.Ordinal);

        SortedDictionary<string, string> one = Generation.Files(First);
        SortedDictionary<string, string> both = Generation.Files(First + "\n" + twin);

        both.Keys.Except(one.Keys).ShouldBe(["Twin.g.cs"]);
    }

    [Fact]
    public void TwoFreshCompilations_GiveEqualModels()
    {
        CompiledModel one = Compiler.Compile(Models.Parse(First, "First"));
        CompiledModel two = Compiler.Compile(Models.Parse(First, "First"));

        two.ShouldNotBeSameAs(one);
        two.ShouldBe(one);
        two.GetHashCode().ShouldBe(one.GetHashCode());
        two.Plan.ShouldNotBeNull().ShouldBe(one.Plan);
        Compiler.Compile(Models.Parse(First.Replace("Dense(10)", "Dense(11)", StringComparison.Ordinal), "First")).ShouldNotBe(one);
    }

    [Fact]
    public void TwoRuns_GiveEqualBytes() => ShouldBeEqual(Generation.Files(First + "\n" + Second), Generation.Files(First + "\n" + Second));

    [Fact]
    public void AnotherOrderOfModels_GivesEqualBytes() => ShouldBeEqual(Generation.Files(Second + "\n" + First), Generation.Files(First + "\n" + Second));

    [Fact]
    public void AnOddCulture_ChangesNoByte()
    {
        string source = First + "\n" + Second + "\n" + """
            [Input(3)] [LeakyReLU(1e-7f)] [BatchNorm(Momentum = 0.3f, Epsilon = 1e-12f)] public sealed partial class Third;
            [Input(20, 9, 9)] [DepthwiseConv(3, Pad = 2, Dilation = 2)] [MaxPool(3, Stride = 2, Pad = 1)] [AvgPool(3, Stride = 1, Pad = 1)]
            [Conv(16, 3, Stride = 2, Pad = 2)] [Conv(32, 3, Pad = 1, Groups = 2)] [LeakyReLU(-1.5f)] [Sigmoid] [Tanh] [Softmax] public sealed partial class Fourth;
            """;
        SortedDictionary<string, string> invariant = In(CultureInfo.InvariantCulture, () => Generation.Files(source));
        CultureInfo odd = (CultureInfo)CultureInfo.GetCultureInfo("sv-SE").Clone();
        odd.NumberFormat.NegativeSign = "\u2212";
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NumberGroupSeparator = ".";

        ShouldBeEqual(In(odd, () => Generation.Files(source)), invariant);

        static T In<T>(CultureInfo culture, Func<T> function)
        {
            CultureInfo before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = culture;
            try
            {
                return function();
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    /// <summary>File by file, so that a failure shows the file instead of all.</summary>
    private static void ShouldBeEqual(SortedDictionary<string, string> actual, SortedDictionary<string, string> expected)
    {
        actual.Keys.ShouldBe(expected.Keys);
        foreach ((string name, string text) in expected)
        {
            string[] lines = actual[name].Split('\n');
            string[] wanted = text.Split('\n');
            lines.Except(wanted).ShouldBeEmpty(name);
            lines.ShouldBe(wanted, name);
        }
    }

    /// <summary>Two runs of one driver, before and after an edit.</summary>
    private sealed class Edit
    {
        private readonly GeneratorRunResult _run;

        public Edit(string source, Func<string, string> change)
            : this(Sources.Compile(source), Sources.Compile(change(source)))
        {
        }

        public Edit(GeneratorDriver before, GeneratorDriver after, bool inError = false)
        {
            Before = Generation.Files(before, inError);
            After = Generation.Files(after, inError);
            _run = after.GetRunResult().Results[0];
        }

        private Edit(CSharpCompilation before, CSharpCompilation after)
            : this(Run(before, out GeneratorDriver driver), driver.RunGenerators(before.ReplaceSyntaxTree(before.SyntaxTrees[0], after.SyntaxTrees[0])))
        {
        }

        public SortedDictionary<string, string> Before { get; }

        public SortedDictionary<string, string> After { get; }

        public IEnumerable<IncrementalStepRunReason> Outcomes(string step) =>
            _run.TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason);

        /// <summary>How the file came to be in the second run.</summary>
        public IncrementalStepRunReason Emitted(string hint)
        {
            string name = hint[..^".g.cs".Length];
            foreach (IncrementalGeneratorRunStep step in _run.TrackedOutputSteps.SelectMany(s => s.Value))
            {
                if (step.Inputs.Any(i => i.Source.Outputs[i.OutputIndex].Value is (CompiledModel model, EquatableArray<string>) && model.Declaration.Name == name))
                {
                    return step.Outputs.ShouldHaveSingleItem().Reason;
                }
            }

            throw new InvalidOperationException($"no step wrote {hint}");
        }

        public void ShouldRunNothing()
        {
            ShouldBeEqual(After, Before);
            Outcomes(NetGenGenerator.CompileStep).ShouldAllBe(r => r == IncrementalStepRunReason.Cached || r == IncrementalStepRunReason.Unchanged);
            Outcomes(NetGenGenerator.KernelStep).ShouldAllBe(r => r == IncrementalStepRunReason.Cached || r == IncrementalStepRunReason.Unchanged);
            _run.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).ShouldNotBeEmpty();
            _run.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).ShouldAllBe(o => o.Reason == IncrementalStepRunReason.Cached);
        }

        private static GeneratorDriver Run(CSharpCompilation compilation, out GeneratorDriver driver) =>
            driver = Generation.Driver().RunGenerators(compilation);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using NetGen.Generators.Common;
using NetGen.Generators.Emission;
using NetGen.Generators.IR;
using NetGen.Generators.Planning;
using NetGen.Generators.Tests.Gradients;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

/// <summary>Blocks that repeat are written as loops, which compute what the calls one by one do.</summary>
public sealed partial class LoopTests
{
    private const string Classifier = "[GlobalAvgPool] [Dense(3)] [SoftmaxCrossEntropy]";

    /// <summary>Phases of a batch norm each, without and with calls at their ends; calls in one phase; calls whose results lie in two places by turns; noise, depthwise, grouped and dense layers, tags, parameters that are read as they are.</summary>
    public static TheoryData<string, string> Networks => new()
    {
        { "", $"[Input(3, 8, 8)] [Conv(8, 3, Pad = 1)] [ResBlock(Repeat = 9)] {Classifier}" },
        { "", $"[Input(3, 8, 8)] [Conv(8, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU] [ResBlock(Repeat = 20)] [Conv(16, 3, Stride = 2, Pad = 1)] [ResBlock(Repeat = 14)] {Classifier}" },
        { "", $"[Input(3, 4, 4)] [Conv(112, 3, Pad = 1)] [ResBlock(Repeat = 15)] {Classifier}" },
        { "", $"[Input(5, 6, 6)] [Conv(20, 3, Pad = 1, Repeat = 30)] {Classifier}" },
        { "[Tag(\"a\")] [DepthwiseConv(3, Pad = 1)] [PReLU] [Dropout(0.2f)] [Conv(6, 1, Groups = 2)] [Tanh] [Add(\"a\")]", $"[Input(5, 6, 6)] [Conv(6, 3, Pad = 1)] [Unit(Repeat = 16)] {Classifier}" },
        { "[Tag(\"a\")] [Dense(12)] [LayerNorm] [GELU] [Add(\"a\")]", "[Input(12)] [Unit(Repeat = 16)] [Dense(3)] [SoftmaxCrossEntropy]" },
        { "[Tag(\"a\")] [GroupNorm(2)] [ReLU] [Conv(4, 3, Pad = 1, Share = \"all\")] [Add(\"a\")]", $"[Input(4, 6, 6)] [Unit(Repeat = 16)] {Classifier}" },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Loops_ComputeWhatTheCallsDo(string block, string layers)
    {
        ModelPlan plan = Compiled(layers, block);
        Loops(plan.Train).ShouldNotBeEmpty();
        using Model looped = Plans.Make(plan, seed: 3);
        using Model straight = Plans.Make(plan with { Predict = Straight(plan.Predict), Train = Straight(plan.Train) }, seed: 3);
        float[] images = Nets.Random(5 * looped.Description.InputSize, 4);
        int[] labels = [0, 1, 2, 2, 1];

        Optimizer first = new Sgd(0.01f);
        Optimizer second = new Sgd(0.01f);
        for (int step = 0; step < 3; step++)
        {
            looped.TrainStep(images, labels, first).Loss.ShouldBe(straight.TrainStep(images, labels, second).Loss);
        }

        Nets.Predict(looped, images).ShouldBe(Nets.Predict(straight, images));
    }

    /// <summary>Where there is no loss a phase ends with the forward pass, and nothing runs at its end: it stands before the loop of the backward phases.</summary>
    [Fact]
    public void WithoutALoss_LoopsComputeWhatTheCallsDo()
    {
        ModelPlan plan = Compiled("[Input(3, 6, 5)] [Conv(8, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU] [ResBlock(Repeat = 8)] [GlobalAvgPool] [Dense(4)]", "");
        plan.Train.PhaseLoops.Count.ShouldBe(2);
        using Model looped = Plans.Make(plan, seed: 3);
        using Model straight = Plans.Make(plan with { Predict = Straight(plan.Predict), Train = Straight(plan.Train) }, seed: 3);
        float[] images = Nets.Random(5 * looped.Description.InputSize, 4);
        float[] outputGradients = Nets.Random(20, 5);

        Nets.Forward(looped, images).ShouldBe(Nets.Forward(straight, images));
        Nets.Backward(looped, outputGradients).ShouldBe(Nets.Backward(straight, outputGradients));
        looped.Parameters.Gradients.ToArray().ShouldBe(straight.Parameters.Gradients.ToArray());
    }

    /// <summary>Gradients of many weights are summed at the ends of phases, by calls that repeat like the phases.</summary>
    [Fact]
    public void CallsAtTheEndsOfPhases_RepeatToo() =>
        Compiled($"[Input(3, 4, 4)] [Conv(112, 3, Pad = 1)] [ResBlock(Repeat = 15)] {Classifier}").Train.PhaseEndLoops.ShouldNotBeEmpty();

    /// <summary>A deep network's file is as long as one of a few blocks: constants, calls, phases, packs and reductions.</summary>
    [Fact]
    public void Text_DoesNotGrowWithTheBlocks()
    {
        int Lines(int blocks) => Text($"[Input(3, 8, 8)] [Conv(8, 3, Pad = 1)] [ResBlock(Repeat = {blocks})] {Classifier}").Split('\n').Count(l => !l.Contains("resblock", StringComparison.Ordinal) || l.Contains('&', StringComparison.Ordinal));

        int few = Lines(30);

        Lines(200).ShouldBeInRange(few - 10, few + 10);
    }

    [Fact]
    public void Text_SaysWhatRepeats()
    {
        string text = Text($"[Input(3, 8, 8)] [Conv(8, 3, Pad = 1)] [ResBlock(Repeat = 40)] {Classifier}");

        text.ShouldMatch(@"// resblock\d+ to resblock\d+, in \d+ turns: the names below are the first one's\.\n +for \(int turn = 0; turn < \d+; turn\+\+\)");
        text.ShouldMatch(@"/// <summary>Phases \d+ to \d+ of \d+, 2 a turn: resblock\d+ to resblock\d+\.</summary>");
        text.ShouldMatch(@"int turn = \(phase - \d+\) / 2;");
        text.ShouldMatch(@"&w\[\w+ \+ \(turn \* \d+\)\]");
        text.ShouldMatch(@"Gradient\(Parameter\.\w+ - \(turn \* \d+\)\)|Gradient\(Parameter\.\w+ \+ \(turn \* \d+\)\)");
    }

    /// <summary>Each buffer has the place that the plan gives it, also where it is counted from one in a loop.</summary>
    [Fact]
    public void Constants_AreThePlansPlaces()
    {
        ModelPlan plan = Compiled($"[Input(3, 8, 8)] [Conv(8, 3, Pad = 1)] [ResBlock(Repeat = 40)] [Conv(16, 3)] [ResBlock(Repeat = 30)] {Classifier}");
        string text = ModelEmitter.Emit(plan);
        foreach ((string scope, Plan part) in new[] { ("Prediction", plan.Predict), ("Training", plan.Train) })
        {
            Dictionary<string, long> places = Constants(text, scope);
            places.Count.ShouldBeLessThan(part.Buffers.Count / 3);
            foreach ((string name, long place) in places)
            {
                place.ShouldBe(part.Buffers.Single(b => b.Name == name).Offset, name);
            }
        }
    }

    [Fact]
    public void Loop_NeedsEqualSteps()
    {
        LoopItem[] items = [.. Enumerable.Range(0, 40).Select(i => new LoopItem(7, [i * 16], "a"))];
        LoopFinder.Find(items).ShouldBe([new Loop(0, 1, 40)]);

        items[20] = items[20] with { Addresses = [5] };
        LoopFinder.Find(items).ShouldBe([new Loop(0, 1, 20), new Loop(21, 1, 19)]);
    }

    [Fact]
    public void Loop_BeginsWithABlock()
    {
        // The last layer of a block is as the ones in the other blocks are, so that turns could begin with it.
        string[] layers = ["x.b1.conv3", .. Enumerable.Range(2, 9).SelectMany(b => new[] { $"x.b{b}.conv1", $"x.b{b}.conv2", $"x.b{b}.conv3" })];
        LoopItem[] items = [.. layers.Select((path, i) => new LoopItem(path[^1], [i], path))];

        LoopFinder.Find(items).ShouldBe([new Loop(1, 3, 9)]);
    }

    [Fact]
    public void Loop_LeavesOutFewItems_OrNone()
    {
        LoopItem item = new(1, [], "a");

        LoopFinder.Find([.. Enumerable.Repeat(item, 6)]).ShouldBeEmpty();
        LoopFinder.Find([.. Enumerable.Repeat(item, 7)]).ShouldBe([new Loop(0, 1, 7)]);
        LoopFinder.Find([.. Enumerable.Repeat(item with { Kind = -1 }, 13)]).ShouldBeEmpty();
        LoopFinder.Find([.. Enumerable.Repeat(item with { Path = "" }, 13)]).ShouldBeEmpty();
    }

    private static ModelPlan Compiled(string layers, string block = "") =>
        Compiler.Compile(Models.Parse((block.Length > 0 ? block + " public sealed class UnitAttribute : BlockAttribute;\n" : "") + Sources.Net(layers))).Plan.ShouldNotBeNull();

    private static string Text(string layers) => ModelEmitter.Emit(Compiled(layers));

    /// <summary>The constants of a class in the generated code, by name.</summary>
    private static Dictionary<string, long> Constants(string text, string scope)
    {
        Dictionary<string, long> places = [];
        string body = text[text.IndexOf($"private static class {scope}", StringComparison.Ordinal)..];
        foreach (Match line in ConstantLine().Matches(body[..body.IndexOf("/// <summary>", StringComparison.Ordinal)]))
        {
            // A sum of names, numbers and products of two numbers.
            long sum = 0;
            foreach (Match term in Term().Matches(line.Groups[2].Value))
            {
                long value = term.Groups[2].Value.Split('*').Select(f => places.TryGetValue(f.Trim(), out long place) ? place : long.Parse(f.Trim(), CultureInfo.InvariantCulture)).Aggregate((a, b) => a * b);
                sum += term.Groups[1].Value == "-" ? -value : value;
            }

            places.Add(line.Groups[1].Value, sum);
        }

        return places;
    }

    [GeneratedRegex(@"^ {16}(\w+) = ([^,;/]+)[,;]", RegexOptions.Multiline)]
    private static partial Regex ConstantLine();

    [GeneratedRegex(@"([+-]?) ?\(?(\w+(?: \* \w+)?)\)?")]
    private static partial Regex Term();

    private static IEnumerable<Loop> Loops(Plan plan) => [.. plan.PhaseLoops, .. plan.PackLoops, .. plan.ReductionLoops, .. plan.Phases.SelectMany(p => p.Loops)];

    private static Plan Straight(Plan plan) => plan with
    {
        PhaseLoops = EquatableArray<Loop>.Empty,
        PhaseEndLoops = EquatableArray<Loop>.Empty,
        PackLoops = EquatableArray<Loop>.Empty,
        ReductionLoops = EquatableArray<Loop>.Empty,
        Phases = plan.Phases.Select(p => p with { Loops = EquatableArray<Loop>.Empty }).ToEquatableArray(),
    };
}

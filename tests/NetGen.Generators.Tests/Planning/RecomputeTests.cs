using System.Globalization;
using NetGen.Generators.IR;
using NetGen.Generators.Tests.Gradients;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

/// <summary>Blocks that compute their values again instead of keeping them.</summary>
public sealed class RecomputeTests
{
    private const string Simple = "[Input(3, 8, 8)] [Conv(8, 3, Pad = 1)] [ResBlock(Repeat = 2{0})] " + Classifier;

    private const string Classifier = "[GlobalAvgPool] [Dense(3)] [SoftmaxCrossEntropy]";

    /// <summary>A model in which <c>{0}</c> stands where a block may say that it is computed again, and the layers of its block <c>Unit</c>.</summary>
    public static TheoryData<string, string> Networks => new()
    {
        { "", $"[Input(3, 8, 8)] [Conv(8, 3, Pad = 1)] [BasicBlock(8, Repeat = 3{{0}})] [BasicBlock(16, Stride = 2{{0}})] {Classifier}" },
        { "", $"[Input(3, 8, 8)] [Conv(8, 3, Pad = 1)] [BatchNorm] [ReLU] [ResBlock(Repeat = 2{{0}})] {Classifier}" },
        { "", $"[Input(3, 8, 8)] [BottleneckBlock(4, Stride = 2, Repeat = 2{{0}})] {Classifier}" },
        { "[Conv(112, 3, Pad = 1)] [BatchNorm] [ReLU]", $"[Input(112, 4, 4)] [Unit(Repeat = 2{{0}})] {Classifier}" },
        { "[Tag(\"a\")] [DepthwiseConv(3, Pad = 1)] [PReLU] [Dropout(0.2f)] [Conv(6, 1, Groups = 2)] [Tanh] [Add(\"a\")]", $"[Input(6, 6, 6)] [Unit(Repeat = 3{{0}})] {Classifier}" },
        { "[Conv(8, 3, Pad = 1)] [ReLU] [MaxPool(3, Stride = 1, Pad = 1)] [LocalResponseNorm(3)] [GELU] [AvgPool(2, Stride = 1)]", $"[Input(6, 8, 8)] [Unit(Repeat = 2{{0}})] {Classifier}" },
        { "[Tag(\"a\")] [Dense(300)] [BatchNorm] [SiLU] [Dropout(0.5f)] [Dense(300)] [Softmax] [Add(\"a\")]", "[Input(300)] [Unit(Repeat = 3{0})] [Dense(3)] [SoftmaxCrossEntropy]" },
        { "[Tag(\"a\")] [GroupNorm(2)] [ReLU] [Conv(4, 3, Pad = 1, Share = \"all\")] [LayerNorm] [Add(\"a\")]", $"[Input(4, 6, 6)] [Unit(Repeat = 3{{0}})] {Classifier}" },
        { "[Conv(4, 3, Pad = 1)] [BatchNorm] [ReLU] [Tag(\"b\")] [Conv(4, 1)] [Concat(\"b\")] [Flatten]", "[Input(4, 4, 4)] [Unit(Repeat = 1{0})] [Dense(3)] [SoftmaxCrossEntropy]" },
        { "[BasicBlock(4)] [BasicBlock(4, Recompute = true)]", $"[Input(4, 4, 4)] [Unit(Repeat = 2{{0}})] {Classifier}" },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void TheSameBits_AsWithValuesKept(string block, string layers)
    {
        using Model kept = Plans.Make(Compiled(layers, block, ""), seed: 3);
        using Model again = Plans.Make(Compiled(layers, block, ", Recompute = true"), seed: 3);
        float[] images = Nets.Random(5 * kept.Description.InputSize, 4);
        int[] labels = [0, 1, 2, 2, 1];

        Optimizer first = new Sgd(0.01f);
        Optimizer second = new Sgd(0.01f);
        for (int step = 0; step < 3; step++)
        {
            again.TrainStep(images, labels, first).Loss.ShouldBe(kept.TrainStep(images, labels, second).Loss);
        }

        // Running statistics among them: a batch counts once.
        foreach (Parameter parameter in kept.Parameters)
        {
            again.Parameters[parameter.Path].Values.ToArray().ShouldBe(parameter.Values.ToArray(), parameter.Path);
        }

        Nets.Predict(again, images).ShouldBe(Nets.Predict(kept, images));
    }

    /// <summary>What an image needs no longer grows by all of a block's values for each block more.</summary>
    [Fact]
    public void ValuesOfBlocks_TakeNoPlaceForLong()
    {
        long Grows(string setting) => Place(9, setting) - Place(5, setting);

        Grows(", Recompute = true").ShouldBeLessThan(Grows("") / 3);

        static long Place(int blocks, string setting) =>
            Compiled($"[Input(3, 16, 16)] [Conv(16, 3, Pad = 1)] [BasicBlock(16, Repeat = {blocks}{{0}})] {Classifier}", "", setting).Train.SlotSize;
    }

    [Fact]
    public void Predictions_AreAsBefore() =>
        Compiled(Simple, "", ", Recompute = true").Predict.ShouldBe(Compiled(Simple, "", "").Predict);

    private static ModelPlan Compiled(string layers, string block, string setting) =>
        Compiler.Compile(Models.Parse((block.Length > 0 ? block + " public sealed class UnitAttribute : BlockAttribute;\n" : "") + Sources.Net(string.Format(CultureInfo.InvariantCulture, layers, setting)))).Plan.ShouldNotBeNull();
}

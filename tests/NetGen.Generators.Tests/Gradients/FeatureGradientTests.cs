using NetGen.Generators.IR;
using NetGen.Generators.Tests.Support;
using NetGen.Golden;
using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>
/// Gradients by a tag behind the input, which go through all layers, beside those by the input that a training step computes with frozen statistics: another plan for the same numbers.
/// The sweeps compare with plain layers and take tags between layers (<c>feature-gradients</c>).
/// </summary>
public sealed class FeatureGradientTests
{
    public static TheoryData<string> Declarations => new()
    {
        // Sums over parameters on the way back, in kernels that the gradient by the input needs, and in others.
        "[Input(3, 9, 8)] [Conv(20, 3, Pad = 1)] [BatchNorm] [ReLU] [GroupNorm(4)] [PReLU] [DepthwiseConv(3, Multiplier = 2, Pad = 1)] [LayerNorm] [LocalResponseNorm(3)] [ConvTranspose(5, 2, Stride = 2)] [Flatten] [Dense(6)] [RadialBasis(3)]",

        // Layers of many weights, which are read in place.
        "[Input(512)] [Dense(512)] [BatchNorm] [ReLU] [Dropout(0)] [Dense(520, Bias = false)] [LeakyReLU(0.2f)] [Dense(5)] [LogSoftmax]",

        // Values that several layers read, gates, shared parameters and a block that computes its values again.
        "[Input(8, 6, 5)] [Conv(8, 3, Pad = 1, Share = \"s\")] [Conv(8, 3, Pad = 1, Share = \"s\")] [SiLU] [Tag(\"a\")] [GlobalAvgPool] [Dense(8)] [Sigmoid] [Multiply(\"a\")] [ResBlock(Recompute = true)] [Concat(\"a\")] [PadChannels(1, 2)] "
        + "[Upsample(2)] [AvgPool(3, Stride = 2, Pad = 1)] [GlobalMaxPool]",

        // Blocks that repeat, whose calls are loops forward and backward.
        "[Input(3, 6, 5)] [Conv(16, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU] [ResBlock(Repeat = 8)] [GlobalAvgPool] [Dense(4)]",

        // Convolutions of many weights, whose gradients training sums over the batch; kernels that jump over pixels.
        "[Input(5, 8, 8)] [Conv(96, 3, Pad = 1, Algorithm = ConvAlgorithm.Winograd4)] [BatchNorm] [ReLU] [Conv(128, 3, Pad = 1)] [BatchNorm] [ReLU] [Conv(17, 1, Stride = 3)] [HardSwish] [GlobalAvgPool] [Dense(4)] [Tanh]",
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public void ByTheInput_ItIsThatOfAFrozenTraining(string declaration)
    {
        using Model model = Nets.Make(Networks.Explained(declaration));
        RandomSource random = new(5);
        foreach (Parameter parameter in model.Parameters)
        {
            foreach (ref float value in parameter.Edit())
            {
                value += 0.3f * (random.NextSingle() - (parameter.Path.EndsWith("var", StringComparison.Ordinal) ? 0 : 0.5f));
            }
        }

        model.FreezeBatchNorm = true;
        for (int batch = 1; batch <= 7; batch += 3)
        {
            float[] inputs = Nets.Random(batch * model.Description.InputSize, (ulong)batch);
            float[] outputGradients = Nets.Random(batch * model.Description.OutputSize, 7);
            float[] actual = new float[inputs.Length];
            float[] values = new float[inputs.Length];
            float[] outputs = new float[outputGradients.Length];
            model.FeatureGradients("explained", inputs, outputGradients, actual, values, outputs);

            float[] expectedOutputs = Nets.Forward(model, inputs);
            float[] expected = Nets.Backward(model, outputGradients);
            values.ShouldBe(inputs);
            outputs.ShouldBe(expectedOutputs, 1e-4);
            expected.ShouldContain(g => Math.Abs(g) > 1e-3f);
            GoldenRun.Error(actual, expected).ShouldBeLessThan(2e-5);
        }
    }

    /// <summary>So that the case with such blocks tests what it is for.</summary>
    [Fact]
    public void RepeatedBlocks_AreLoops() =>
        Networks.Plan(Networks.Explained("[Input(3, 6, 5)] [Conv(16, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU] [ResBlock(Repeat = 8)] [GlobalAvgPool] [Dense(4)]"))
            .Explain.ShouldNotBeNull().Phases[0].Loops.Count.ShouldBeGreaterThanOrEqualTo(2);

    /// <summary>Of several inputs, the tag is at the first.</summary>
    [Fact]
    public void OfSeveralInputs_ItIsOfTheTaggedOne()
    {
        using Model model = Nets.Make("[Input(3)] [Input(3, Name = \"b\")] [Tag(\"a\", Gradient = true)] [Multiply(\"b\")]");
        float[] gradients = new float[6];

        model.FeatureGradients("a", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [1, 1, 1, 1, 0, 2], gradients);

        gradients.ShouldBe([4, 5, 6, 10, 0, 24]);
    }

    /// <summary>Where nothing asks for gradients by tags, a model's files are those of one without tags that have any: the third plan is all that is added.</summary>
    [Fact]
    public void OtherPlans_AreTheSame()
    {
        const string Layers = "[Input(3, 8, 8)] [Conv(16, 3)] [BatchNorm] [ReLU] [Tag(\"x\"{0})] [Conv(16, 3, Pad = 1)] [Add(\"x\")] [ReLU] [Tag(\"y\"{0})] [GlobalAvgPool] [Dropout(0.5f)] [Dense(3)] [SoftmaxCrossEntropy]";
        ModelPlan without = Networks.Plan(Layers.Replace("{0}", "", StringComparison.Ordinal));
        ModelPlan with = Networks.Plan(Layers.Replace("{0}", ", Gradient = true", StringComparison.Ordinal));

        with.Predict.ShouldBe(without.Predict);
        with.Train.ShouldBe(without.Train);
        without.Explain.ShouldBeNull();
        with.Explain.ShouldNotBeNull().Phases.Count.ShouldBe(1);
    }
}

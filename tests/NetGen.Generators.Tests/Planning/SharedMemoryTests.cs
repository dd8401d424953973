using NetGen.Generators.Tests.Gradients;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

/// <summary>Values of different layouts share memory in a prediction, so what an image leaves behind must not reach the next one's borders.</summary>
public sealed class SharedMemoryTests
{
    public static TheoryData<string> Networks =>
    [
        "[Input(3, 13, 11)] [Conv(20, 3, Pad = 1)] [BatchNorm] [ReLU] [BottleneckBlock(8)] [BottleneckBlock(8, Repeat = 2)] [BottleneckBlock(16, Stride = 2)] [GlobalAvgPool] [Dense(5)]",
        "[Input(5, 12, 12)] [Conv(7, 5, Pad = 2)] [Sigmoid] [Tag(\"a\")] [DepthwiseConv(3, Pad = 1)] [Concat(\"a\")] [MaxPool(3, Stride = 2, Pad = 1)] [Conv(33, 3, Pad = 2)] [AvgPool(2)] [Flatten] [Dense(7)]",
        "[Input(16, 9, 9)] [ConvTranspose(9, 4, Stride = 2, Pad = 1)] [Tanh] [Conv(18, 3, Pad = 3, Dilation = 3, Groups = 3)] [GroupNorm(3)] [Upsample(2)] [Conv(4, 3, Pad = 1)] [ZeroPad(1)] [LayerNorm]",
    ];

    [Theory]
    [MemberData(nameof(Networks))]
    public void APrediction_DoesNotDependOnTheOneBefore(string layers)
    {
        using Model model = Nets.Make(layers);
        foreach (Parameter parameter in model.Parameters.Where(p => p.Trainable))
        {
            Nets.Random(parameter.Length, 7, 0.5f).CopyTo(parameter.Edit());
        }

        float[] inputs = Nets.Random(3 * model.Description.InputSize, 1);
        float[] fresh = Nets.Predict(model, inputs);
        Nets.Predict(model, Nets.Random(40 * model.Description.InputSize, 2, 1e18f));

        float[] again = Nets.Predict(model, inputs);

        again.ShouldBe(fresh);
        again.ShouldAllBe(v => float.IsFinite(v));
        model.Description.PredictionMemory.ShouldBeLessThan(model.Description.PredictionMemoryUnshared);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void APrediction_AgreesWithTraining_WhichSharesNoLayouts(string layers)
    {
        using Model model = Nets.Make(layers);
        model.FreezeBatchNorm = true;
        float[] inputs = Nets.Random(5 * model.Description.InputSize, 1);

        float[] predicted = Nets.Predict(model, inputs);
        float[] forward = Nets.Forward(model, inputs);

        for (int i = 0; i < predicted.Length; i++)
        {
            predicted[i].ShouldBe(forward[i], 1e-4 * (1 + Math.Abs(forward[i])));
        }
    }
}

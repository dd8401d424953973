using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>Logits as they come, so that a test says what a loss sees.</summary>
[Input(3)] [Dropout(0)] [SoftmaxCrossEntropy]
public sealed partial class ClassLoss;

/// <summary>The same with a smoothed target.</summary>
[Input(3)] [Dropout(0)] [SoftmaxCrossEntropy(LabelSmoothing = 0.1f)]
public sealed partial class SmoothLoss;

/// <summary>More classes than a vector holds, a label a pixel.</summary>
[Input(19, 2, 3)] [Dropout(0)] [SoftmaxCrossEntropy(LabelSmoothing = 0.1f)]
public sealed partial class PixelClassLoss;

/// <summary>A single value.</summary>
[Input(1)] [Dropout(0)] [BinaryCrossEntropy]
public sealed partial class BinaryLoss;

/// <summary>An image.</summary>
[Input(19, 2, 3)] [Dropout(0)] [BinaryCrossEntropy]
public sealed partial class PixelBinaryLoss;

/// <summary>A single value.</summary>
[Input(1)] [Dropout(0)] [MeanSquaredError]
public sealed partial class SquareLoss;

/// <summary>More values than a vector holds.</summary>
[Input(37)] [Dropout(0)] [MeanSquaredError]
public sealed partial class VectorSquareLoss;

/// <summary>An image.</summary>
[Input(19, 2, 3)] [Dropout(0)] [MeanSquaredError]
public sealed partial class PixelSquareLoss;

/// <summary>A single value.</summary>
[Input(1)] [Dropout(0)] [Huber]
public sealed partial class HuberLoss;

/// <summary>An image.</summary>
[Input(19, 2, 3)] [Dropout(0)] [Huber(Delta = 0.5f)]
public sealed partial class PixelHuberLoss;

/// <summary>Training and Evaluate mean by a loss what PyTorch means, for images and single values as well.</summary>
public sealed class PyTorchLossTests
{
    private const float Inf = float.PositiveInfinity;

    private static readonly float[] s_values = [float.NaN, Inf, -Inf, 0f, -0f, 1e-40f, 3e38f, -3e38f, 1e30f, -1e20f, 100f, -100f, 0.75f, -1.5f];

    // Facts of PyTorch 1.13: torch.nn.functional.cross_entropy, binary_cross_entropy_with_logits, huber_loss, mse_loss.
    public static TheoryData<float, float, float, int, double, double> ClassFacts => new()
    {
        { 1, 0, -Inf, 0, 0.31326166, Inf },
        { -Inf, 0, 1, 0, Inf, Inf },
        { 3e38f, 3e38f, 3e38f, 0, 1.0986123, 1.0986123 },
        { 3e38f, -3e38f, 0, 0, 0, Inf },
        { -3e38f, 3e38f, 0, 0, Inf, Inf },
        { Inf, 0, 0, 0, double.NaN, double.NaN },
        { 0, Inf, 0, 0, double.NaN, double.NaN },
        { 0, 0, float.NaN, 0, double.NaN, double.NaN },
        { -Inf, -Inf, -Inf, 0, double.NaN, double.NaN },
    };

    public static TheoryData<float, float, double> BinaryFacts => new()
    {
        { Inf, 0, Inf }, { Inf, 1, double.NaN }, { Inf, 0.5f, Inf },
        { -Inf, 0, double.NaN }, { -Inf, 1, double.NaN }, { -Inf, 0.5f, double.NaN },
        { float.NaN, 0, double.NaN },
        { 3e38f, 0, 3e38f }, { 3e38f, 1, 0 }, { 3e38f, 0.5f, 1.5e38f },
        { -3e38f, 0, 0 }, { -3e38f, 1, 3e38f }, { -3e38f, 0.5f, 1.5e38f },
        { 0, 0, Math.Log(2) },
    };

    public static TheoryData<float, float, double, double> DistanceFacts => new()
    {
        // Value, target, Huber with δ = 1, squares.
        { Inf, -3e38f, Inf, Inf }, { Inf, Inf, double.NaN, double.NaN }, { -Inf, -3e38f, Inf, Inf }, { float.NaN, 0, double.NaN, double.NaN },
        { 3e38f, -3e38f, Inf, Inf }, { 3e38f, 3e38f, 0, 0 }, { 1e30f, -3e38f, 3e38f, Inf }, { 1e30f, 0, 1e30f, Inf },
    };

    [Theory]
    [MemberData(nameof(ClassFacts))]
    public void Classes_ArePyTorchs(float a, float b, float c, int label, double expected, double smoothed)
    {
        using ClassLoss plain = new();
        using SmoothLoss smooth = new();

        Near(plain.ComputeGradients([a, b, c], [label]).Loss, expected);
        Near(plain.Evaluate([a, b, c], [label]).Loss, expected);
        Near(smooth.ComputeGradients([a, b, c], [label]).Loss, smoothed);
        Near(smooth.Evaluate([a, b, c], [label]).Loss, smoothed);
    }

    [Theory]
    [MemberData(nameof(BinaryFacts))]
    public void Binaries_ArePyTorchs(float value, float target, double expected)
    {
        using BinaryLoss model = new();

        Near(model.ComputeGradients([value], [target]).Loss, expected);
        Near(model.Evaluate([value], [target]).Loss, expected);
    }

    [Theory]
    [MemberData(nameof(DistanceFacts))]
    public void Distances_ArePyTorchs(float value, float target, double huber, double square)
    {
        using HuberLoss hubers = new();
        using SquareLoss squares = new();

        Near(hubers.ComputeGradients([value], [target]).Loss, huber);
        Near(hubers.Evaluate([value], [target]).Loss, huber);
        Near(squares.ComputeGradients([value], [target]).Loss, square);
        Near(squares.Evaluate([value], [target]).Loss, square);
    }

    [Fact]
    public void PixelsOfSpecialValues_Agree()
    {
        using PixelClassLoss classes = new();
        using PixelBinaryLoss binary = new();
        using PixelSquareLoss square = new();
        using VectorSquareLoss vector = new();
        using PixelHuberLoss huber = new();
        for (int round = 0; round < 300; round++)
        {
            RandomSource random = new((ulong)round);

            // Of a few special values among others, so that not all sums end as not a number.
            float[] inputs = Samples.Floats(3 * 114, (ulong)round);
            float[] targets = [.. Samples.Floats(3 * 114, (ulong)round + 1000).Select(Math.Abs)];
            for (int i = random.Next(4); i > 0; i--)
            {
                inputs[random.Next(inputs.Length)] = s_values[random.Next(s_values.Length)];
            }

            int[] labels = Samples.Labels(3 * 6, 19, (ulong)round);
            StepResult trained = classes.ComputeGradients(inputs, labels);
            StepResult evaluated = classes.Evaluate(inputs, labels);
            Near(evaluated.Loss, trained.Loss);
            evaluated.Correct.ShouldBe(trained.Correct);
            Same(binary, inputs, targets);
            Same(square, inputs, targets);
            Same(huber, inputs, targets);
            Same(vector, inputs[..(9 * 37)], targets[..(9 * 37)]);
        }
    }

    [Fact]
    public void SinglesOfSpecialValues_Agree()
    {
        using BinaryLoss binary = new();
        using SquareLoss square = new();
        using HuberLoss huber = new();
        foreach (float value in s_values)
        {
            foreach (float target in s_values)
            {
                Same(square, [value], [target]);
                Same(huber, [value], [target]);
            }

            Same(binary, [value], [0f]);
            Same(binary, [value], [0.3f]);
            Same(binary, [value], [1f]);
        }
    }

    [Theory]
    [InlineData(float.NaN, 1f, 2f, 0)]
    [InlineData(1f, float.NaN, float.NaN, 1)]
    [InlineData(float.PositiveInfinity, 1f, float.NaN, 2)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity, 0f, 0)]
    [InlineData(0f, -0f, 0f, 0)]
    [InlineData(-float.PositiveInfinity, -float.PositiveInfinity, -float.PositiveInfinity, 0)]
    public void Hits_AreOfPyTorchsArgMax(float a, float b, float c, int best)
    {
        using ClassLoss model = new();
        for (int label = 0; label < 3; label++)
        {
            model.ComputeGradients([a, b, c], [label]).Correct.ShouldBe(label == best ? 1 : 0);
            model.Evaluate([a, b, c], [label]).Correct.ShouldBe(label == best ? 1 : 0);
        }
    }

    private static void Same(Model model, float[] inputs, float[] targets) =>
        Near(model.Evaluate(inputs, targets).Loss, model.ComputeGradients(inputs, targets).Loss);

    private static void Near(double actual, double expected)
    {
        if (double.IsFinite(expected))
        {
            Math.Abs(actual - expected).ShouldBeLessThanOrEqualTo(1e-6 + (1e-5 * Math.Abs(expected)), $"{actual} for {expected}");
        }
        else
        {
            actual.ShouldBe(expected);
        }
    }
}

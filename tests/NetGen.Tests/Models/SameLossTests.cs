using Shouldly;

namespace NetGen.Tests.Models;

[Input(3)] [Dropout(0)]
[SoftmaxCrossEntropy]
internal sealed partial class PlainCrossEntropy;

[Input(3)] [Dropout(0)]
[SoftmaxCrossEntropy(LabelSmoothing = 0.1f)]
internal sealed partial class SmoothedCrossEntropy;

[Input(19)] [Dropout(0)]
[SoftmaxCrossEntropy]
internal sealed partial class WideCrossEntropy;

[Input(3)] [Dropout(0)]
[BinaryCrossEntropy]
internal sealed partial class PlainBinary;

[Input(3)] [Dropout(0)]
[MeanSquaredError]
internal sealed partial class PlainSquares;

[Input(3)] [Dropout(0)]
[Huber(Delta = 0.5f)]
internal sealed partial class PlainHuber;

/// <summary>A loss means the same in training and in <see cref="Model.Evaluate(ReadOnlySpan{float}, ReadOnlySpan{int})"/>, whatever the outputs are.</summary>
public sealed class SameLossTests
{
    private static readonly float[] s_values =
        [0, -0f, 1, -2.5f, 30, -30, 120, -120, 1e-40f, 3e38f, -3e38f, float.PositiveInfinity, float.NegativeInfinity, float.NaN];

    [Fact]
    public void Labels_GiveOneLoss()
    {
        using PlainCrossEntropy plain = new();
        using SmoothedCrossEntropy smoothed = new();
        foreach (float[] outputs in Triples())
        {
            for (int label = 0; label < 3; label++)
            {
                Same(plain.ComputeGradients(outputs, [label]), plain.Evaluate(outputs, [label]), outputs);
                Same(smoothed.ComputeGradients(outputs, [label]), smoothed.Evaluate(outputs, [label]), outputs);
            }
        }
    }

    [Fact]
    public void ManyClasses_GiveOneLoss()
    {
        using WideCrossEntropy model = new();
        RandomSource random = new(3);
        for (int i = 0; i < 500; i++)
        {
            float[] outputs = [.. Enumerable.Range(0, 19).Select(_ => 0f)];
            foreach (ref float output in outputs.AsSpan())
            {
                output = random.Next(8) == 0 ? s_values[random.Next(s_values.Length)] : (8 * random.NextSingle()) - 4;
            }

            int label = random.Next(19);
            Same(model.ComputeGradients(outputs, [label]), model.Evaluate(outputs, [label]), outputs);
        }
    }

    [Fact]
    public void Targets_GiveOneLoss()
    {
        Model[] models = [new PlainBinary(), new PlainSquares(), new PlainHuber()];
        foreach (Model model in models)
        {
            foreach (float[] outputs in Triples())
            {
                foreach (float[] targets in new float[][] { [0, 1, 0.25f], [1, 0, 1] })
                {
                    Same(model.ComputeGradients(outputs, targets), model.Evaluate(outputs, targets), outputs);
                }
            }

            model.Dispose();
        }
    }

    /// <summary>What PyTorch 2's cross_entropy gives for these logits.</summary>
    [Theory]
    [InlineData(new[] { 3e38f, 3e38f, 3e38f }, 0, 1.0986123)]
    [InlineData(new[] { float.NegativeInfinity, 0f, -1f }, 1, 0.3132617)]
    [InlineData(new[] { float.NegativeInfinity, 0f, -1f }, 0, double.PositiveInfinity)]
    [InlineData(new[] { float.PositiveInfinity, 0f, 0f }, 0, double.NaN)]
    [InlineData(new[] { float.NegativeInfinity, float.NegativeInfinity, float.NegativeInfinity }, 0, double.NaN)]
    [InlineData(new[] { float.NaN, 0f, 0f }, 1, double.NaN)]
    public void CrossEntropy_IsPyTorchs(float[] outputs, int label, double loss)
    {
        using PlainCrossEntropy model = new();

        double actual = model.Evaluate(outputs, [label]).Loss;

        if (double.IsFinite(loss))
        {
            actual.ShouldBe(loss, 1e-6);
        }
        else
        {
            actual.ShouldBe(loss);
        }
    }

    private static IEnumerable<float[]> Triples()
    {
        foreach (float a in s_values)
        {
            foreach (float b in s_values)
            {
                foreach (float c in s_values)
                {
                    yield return [a, b, c];
                }
            }
        }
    }

    private static void Same(StepResult trained, StepResult evaluated, float[] outputs)
    {
        string what = string.Join(", ", outputs);
        evaluated.Correct.ShouldBe(trained.Correct, what);
        evaluated.Count.ShouldBe(trained.Count, what);
        if (double.IsFinite(trained.Loss) && double.IsFinite(evaluated.Loss))
        {
            evaluated.Loss.ShouldBe(trained.Loss, 1e-5 * Math.Max(1, Math.Abs(trained.Loss)), what);
        }
        else
        {
            evaluated.Loss.ShouldBe(trained.Loss, what);
        }
    }
}

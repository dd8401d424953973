using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class DiceTests
{
    [Theory]
    [InlineData("[Input(3, 4, 4)] [Conv(5, 3, Pad = 1)] [Dice]")]
    [InlineData("[Input(3, 4, 4)] [Conv(17, 3)] [Dice(Smooth = 0.1f)]")]
    [InlineData("[Input(7)] [Dense(3)] [Dice]")]
    [InlineData("[Input(3, 4, 4)] [Conv(5, 3, Pad = 1)] [Dice(Sigmoid = true)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 5e-3, batch: 5);

    [Theory]
    [InlineData(1, 1, 4)]
    [InlineData(3, 3, 2)]
    [InlineData(18, 2, 3)]
    public void OfSigmoids_LossAndGradientAreThoseOfTheFormula(int channels, int height, int width)
    {
        using Model model = Nets.Make($"[Input({channels}, {height}, {width})] [LeakyReLU(1f)] [Dice(Sigmoid = true, Smooth = 0.5f)]");
        int pixels = height * width;
        float[] inputs = Nets.Random(4 * channels * pixels, 1, scale: 3);
        float[] targets = [.. Nets.Random(inputs.Length, 2).Select(t => t > 0.2f ? 1f : 0)];
        float[] gradients = new float[inputs.Length];

        StepResult result = model.ComputeGradients(inputs, targets, default, gradients);

        double Loss(float[] x) => Enumerable.Range(0, 4 * channels)
            .Select(plane => Enumerable.Range(plane * pixels, pixels).Select(i => (P: 1 / (1 + Math.Exp(-x[i])), T: (double)targets[i])).ToArray())
            .Average(values => 1 - (((2 * values.Sum(v => v.P * v.T)) + 0.5) / (values.Sum(v => (v.P * v.P) + (v.T * v.T)) + 0.5)));

        result.Loss.ShouldBe(Loss(inputs), 1e-6);
        result.Count.ShouldBe(0);
        model.Evaluate(inputs, targets).Loss.ShouldBe(Loss(inputs), 1e-6);
        for (int i = 0; i < inputs.Length; i++)
        {
            float[] moved = [.. inputs];
            moved[i] += 1 / 64f;
            double above = Loss(moved);
            moved[i] -= 1 / 32f;
            gradients[i].ShouldBe((float)((above - Loss(moved)) * 32), 1e-4);
        }
    }

    /// <summary>Two pixels, two classes, even logits: of each class p is ½ at both, and t is 1 at one.</summary>
    [Fact]
    public void OfClasses_ItIsTheMeanOverlap()
    {
        using Model model = Nets.Make("[Input(2, 1, 2)] [LeakyReLU(1f)] [Dice(Smooth = 0)]");
        int[] labels = [0, 1];

        // 1 − 2·½ / (½ + 1), for both classes.
        StepResult result = model.ComputeGradients([0, 0, 0, 0], labels);
        result.Loss.ShouldBe(1.0 / 3, 1e-6);
        (result.Correct, result.Count).ShouldBe((1, 2));
        StepResult evaluated = model.Evaluate([0, 0, 0, 0], labels);
        evaluated.Loss.ShouldBe(1.0 / 3, 1e-6);
        (evaluated.Correct, evaluated.Count).ShouldBe((1, 2));

        // A perfect prediction overlaps wholly.
        model.ComputeGradients([50, -50, -50, 50], labels).Loss.ShouldBe(0, 1e-6);
    }

    [Fact]
    public void SharesOfClasses_AreLabelsWhereTheyAreWhole()
    {
        using Model model = Nets.Make("[Input(3, 2, 2)] [LeakyReLU(1f)] [Dice]");
        float[] inputs = Nets.Random(24, 3);
        int[] labels = [0, 1, 2, 1, 1, 1, 0, 0];
        float[] shares = new float[24];
        for (int i = 0; i < labels.Length; i++)
        {
            shares[(i / 4 * 12) + (labels[i] * 4) + (i % 4)] = 1;
        }

        (float[] byLabels, float[] byShares) = (new float[24], new float[24]);
        StepResult first = model.ComputeGradients(inputs, labels, default, byLabels);
        StepResult second = model.ComputeGradients(inputs, shares, default, byShares);

        second.Loss.ShouldBe(first.Loss, 1e-7);
        second.Correct.ShouldBe(first.Correct);
        byShares.ShouldBe(byLabels);
    }

    [Fact]
    public void IgnoredPixels_TakeNoPart()
    {
        using Model whole = Nets.Make("[Input(3, 1, 3)] [LeakyReLU(1f)] [Dice(IgnoreIndex = 255)]");
        using Model part = Nets.Make("[Input(3, 1, 2)] [LeakyReLU(1f)] [Dice]");
        float[] values = Nets.Random(9, 4);
        float[] others = [.. new[] { 0, 2, 3, 5, 6, 8 }.Select(i => values[i])];
        (float[] ofWhole, float[] ofPart) = (new float[9], new float[6]);

        StepResult all = whole.ComputeGradients(values, [2, 255, 0], default, ofWhole);
        StepResult some = part.ComputeGradients(others, [2, 0], default, ofPart);

        all.ShouldBe(some);
        whole.Evaluate(values, [2, 255, 0]).Loss.ShouldBe(some.Loss, 1e-6);
        ofWhole.ShouldBe([ofPart[0], 0, ofPart[1], ofPart[2], 0, ofPart[3], ofPart[4], 0, ofPart[5]]);
    }
}

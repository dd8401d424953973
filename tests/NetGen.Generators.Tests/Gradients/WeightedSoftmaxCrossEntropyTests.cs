using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Labels that count for nothing, and classes that count differently.</summary>
public sealed class WeightedSoftmaxCrossEntropyTests
{
    [Theory]
    [InlineData("[Input(7)] [Dense(3)] [SoftmaxCrossEntropy(ClassWeights = \"0.5, 2, 1\")]")]
    [InlineData("[Input(3, 4, 4)] [Conv(5, 3, Pad = 1)] [SoftmaxCrossEntropy(ClassWeights = \"0.5, 2, 1, 0, 3\", LabelSmoothing = 0.1f)]")]
    [InlineData("[Input(3, 4, 4)] [Conv(18, 3)] [SoftmaxCrossEntropy(IgnoreIndex = 3)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 5e-3, batch: 5);

    [Theory]
    [InlineData("IgnoreIndex = 255", 0)]
    [InlineData("IgnoreIndex = -100", 0)]
    [InlineData("IgnoreIndex = 255, LabelSmoothing = 0.2f", 0.2)]
    [InlineData("IgnoreIndex = 255, ClassWeights = \"1, 0.25, 3\"", 0)]
    [InlineData("IgnoreIndex = -100, ClassWeights = \"1, 0.25, 3\", LabelSmoothing = 0.2f", 0.2)]
    public void LossAndGradient_AreThoseOfTheFormula(string settings, double smoothing)
    {
        using Model model = Nets.Make($"[Input(3, 2, 2)] [LeakyReLU(1f)] [SoftmaxCrossEntropy({settings})]");
        int ignored = settings.Contains("255", StringComparison.Ordinal) ? 255 : -100;
        double[] weights = settings.Contains("ClassWeights", StringComparison.Ordinal) ? [1, 0.25, 3] : [1, 1, 1];
        int[] labels = [0, ignored, 2, 1, 1, 1, 0, 2, ignored, ignored, ignored, ignored, 2, 2, ignored, 0];
        float[] inputs = Nets.Random(4 * 12, 5, scale: 2);
        float[] gradients = new float[inputs.Length];

        StepResult result = model.ComputeGradients(inputs, labels, default, gradients);
        StepResult evaluated = model.Evaluate(inputs, labels);

        double total = labels.Where(l => l != ignored).Sum(l => weights[l]);
        double loss = 0;
        int hits = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            int[] places = [.. Enumerable.Range(0, 3).Select(c => (i / 4 * 12) + (c * 4) + (i % 4))];
            double sum = places.Sum(p => Math.Exp(inputs[p]));
            double[] shares = [.. Enumerable.Range(0, 3).Select(c => labels[i] == ignored ? 0 : weights[c] * ((c == labels[i] ? 1 - smoothing : 0) + (smoothing / 3)))];
            for (int c = 0; c < 3; c++)
            {
                loss += shares[c] * (Math.Log(sum) - inputs[places[c]]) / total;
                gradients[places[c]].ShouldBe((float)(((Math.Exp(inputs[places[c]]) / sum * shares.Sum()) - shares[c]) / total), 1e-6);
            }

            hits += labels[i] != ignored && places[labels[i]] == places.MaxBy(p => inputs[p]) ? 1 : 0;
        }

        result.Loss.ShouldBe(loss, 1e-6);
        evaluated.Loss.ShouldBe(loss, 1e-6);
        (result.Correct, result.Count).ShouldBe((hits, 10));
        (evaluated.Correct, evaluated.Count).ShouldBe((hits, 10));
    }

    /// <summary>As PyTorch's: shares are weighed by their class, and the mean is over the number of pixels.</summary>
    [Fact]
    public void Shares_AreWeighed()
    {
        using Model model = Nets.Make("[Input(3)] [LeakyReLU(1f)] [SoftmaxCrossEntropy(ClassWeights = \"1, 0.25, 3\")]");
        float[] gradients = new float[6];
        float[] inputs = [0, 0, 0, 1, 2, 3];
        float[] shares = [0.5f, 0.5f, 0, 0, 0.2f, 0.8f];

        double log = Math.Log(Math.Exp(1) + Math.Exp(2) + Math.Exp(3));
        double loss = ((0.625 * Math.Log(3)) + (0.05 * (log - 2)) + (2.4 * (log - 3))) / 2;
        model.ComputeGradients(inputs, shares, default, gradients).Loss.ShouldBe(loss, 1e-6);
        model.Evaluate(inputs, shares).Loss.ShouldBe(loss, 1e-6);
        gradients[0].ShouldBe((float)(((0.625 / 3) - 0.5) / 2), 1e-6);
        gradients[5].ShouldBe((float)(((2.45 * Math.Exp(3 - log)) - 2.4) / 2), 1e-6);
    }

    /// <summary>0 / 0, as PyTorch has it, and no gradient.</summary>
    [Fact]
    public void NothingThatCounts_HasNoLoss()
    {
        using Model model = Nets.Make("[Input(3, 1, 2)] [LeakyReLU(1f)] [SoftmaxCrossEntropy(IgnoreIndex = 255)]");
        float[] gradients = [1, 1, 1, 1, 1, 1];

        StepResult result = model.ComputeGradients([1, 2, 3, 4, 5, 6], [255, 255], default, gradients);

        double.IsNaN(result.Loss).ShouldBeTrue();
        result.Count.ShouldBe(0);
        gradients.ShouldAllBe(g => g == 0);
        double.IsNaN(model.Evaluate([1, 2, 3, 4, 5, 6], [255, 255]).Loss).ShouldBeTrue();
    }

    [Fact]
    public void OtherLabels_AreRefused()
    {
        using Model model = Nets.Make("[Input(3, 1, 2)] [LeakyReLU(1f)] [SoftmaxCrossEntropy(IgnoreIndex = 255)]");

        Should.Throw<ArgumentOutOfRangeException>(() => model.ComputeGradients([1, 2, 3, 4, 5, 6], [255, 254])).Message.ShouldContain("expected classes from 0 to 2, actual 254 at 1");
    }

    /// <summary>The mean is over the labels of the whole batch, whatever chunk they are in, and bits do not depend on threads.</summary>
    [Fact]
    public void LargeBatches_HaveOneMean()
    {
        const string Net = "[Input(3, 16, 16)] [Conv(5, 3, Pad = 1)] [SoftmaxCrossEntropy(IgnoreIndex = 9, ClassWeights = \"1, 2, 3, 4, 5\")]";
        using Model model = Nets.Make(Net);
        using Model threads = Nets.Make(Net);
        threads.Threads = 2;
        float[] inputs = Nets.Random(40 * 768, 6);
        int[] labels = [.. Enumerable.Range(0, 40 * 256).Select(i => (i % 7) switch { < 5 and var c => c, _ => 9 })];

        StepResult result = model.ComputeGradients(inputs, labels);
        StepResult other = threads.ComputeGradients(inputs, labels);

        result.Loss.ShouldBe(model.Evaluate(inputs, labels).Loss, 1e-6);
        result.Count.ShouldBe(labels.Count(l => l != 9));
        other.Loss.ShouldBe(result.Loss);
        threads.Parameters["conv1.weight"].Gradient.ToArray().ShouldBe(model.Parameters["conv1.weight"].Gradient.ToArray());
    }

    [Fact]
    public void Outputs_SeeTheSameLabels()
    {
        const string Net = "[Input(3, 4, 4)] [Conv(3, 3, Pad = 1)] [Output(\"aux\", Weight = 0.5f)] [Conv(3, 1)] [SoftmaxCrossEntropy(IgnoreIndex = 255, ClassWeights = \"1, 2, 3\")]";
        GradientCheck.Check(Net, tolerance: 5e-3, batch: 5);
    }
}

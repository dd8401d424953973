using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class SoftmaxCrossEntropyTests
{
    [Theory]
    [InlineData("[Input(7)] [Dropout(0)] [SoftmaxCrossEntropy]")]
    [InlineData("[Input(7)] [Dense(2)] [SoftmaxCrossEntropy]")]
    [InlineData("[Input(7)] [Dense(18)] [SoftmaxCrossEntropy(LabelSmoothing = 0.1f)]")]
    [InlineData("[Input(3, 4, 4)] [Conv(5, 3)] [SoftmaxCrossEntropy]")]
    [InlineData("[Input(3, 4, 4)] [Conv(17, 1)] [SoftmaxCrossEntropy(LabelSmoothing = 0.3f)]")]
    [InlineData("[Input(6)] [Dense(20)] [BatchNorm] [ReLU] [Dense(5)] [SoftmaxCrossEntropy]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 1e-2, batch: 5);

    [Fact]
    public void Loss_Hits_AndGradient_AreThoseOfTheFormula()
    {
        using Model model = Nets.Make("[Input(2)] [Dropout(0)] [SoftmaxCrossEntropy]");
        float[] gradients = new float[4];

        StepResult result = model.ComputeGradients([0, 0, MathF.Log(3), 0], [1, 0], default, gradients);

        result.Loss.ShouldBe((Math.Log(2) + Math.Log(4.0 / 3)) / 2, 1e-6);
        result.Correct.ShouldBe(1);
        result.Count.ShouldBe(2);
        gradients.ShouldBe([0.25f, -0.25f, -0.125f, 0.125f], 1e-6);
        model.Evaluate([0, 0, MathF.Log(3), 0], [1, 0]).ShouldBe(result with { Loss = model.Evaluate([0, 0, MathF.Log(3), 0], [1, 0]).Loss });
    }

    /// <summary>The values are those of PyTorch 1.13's <c>cross_entropy</c> with class probabilities, in doubles; the last do not add up to 1.</summary>
    [Theory]
    [InlineData("", 1f, 1f, 1.667018126, new[] { -0.2228826f, 0.0172072f, 0.1456163f, 0.0600591f, 0.0356142f, -0.0808969f, -0.1384134f, 0.1836961f })]
    [InlineData("(LabelSmoothing = 0.2f)", 1f, 1f, 1.753268126, new[] { -0.1878826f, -0.0077928f, 0.1606163f, 0.0350591f, 0.0206142f, -0.0858969f, -0.1334134f, 0.1986961f })]
    [InlineData("", 2f, 0.5f, 1.785468312, new[] { -0.4457652f, 0.0344144f, 0.2912325f, 0.1201182f, 0.0178071f, -0.0404484f, -0.0692067f, 0.0918481f })]
    public void SharesOfClasses_AreTargets(string options, float first, float second, double loss, float[] expected)
    {
        using Model model = Nets.Make($"[Input(4)] [Dropout(0)] [SoftmaxCrossEntropy{options}]");
        float[] inputs = [0.5f, -1, 2, 0.25f, 1.5f, 0, -0.5f, 3];
        float[] targets = [0.6f * first, 0, 0.4f * first, 0, 0.1f * second, 0.2f * second, 0.3f * second, 0.4f * second];
        float[] gradients = new float[8];

        StepResult result = model.ComputeGradients(inputs, targets, default, gradients);

        result.Loss.ShouldBe(loss, 1e-6);
        result.Correct.ShouldBe(1);
        result.Count.ShouldBe(2);
        gradients.ShouldBe(expected, 1e-6);
        StepResult evaluated = model.Evaluate(inputs, targets);
        evaluated.Loss.ShouldBe(loss, 1e-6);
        evaluated.Correct.ShouldBe(1);
    }

    [Fact]
    public void SharesOfClasses_AtPixels_AreInPyTorchsLayout()
    {
        using Model model = Nets.Make("[Input(3, 1, 2)] [Dropout(0)] [SoftmaxCrossEntropy(LabelSmoothing = 0.1f)]");
        float[] inputs = [0.5f, -1, 2, 0.25f, 1, -0.5f];
        float[] targets = [0.5f, 0.1f, 0.25f, 0.2f, 0.25f, 0.7f];
        float[] gradients = new float[12];

        StepResult result = model.ComputeGradients([.. inputs, .. inputs], [.. targets, .. targets], default, gradients);

        result.Loss.ShouldBe(1.332020554, 1e-6);
        result.Count.ShouldBe(4);
        gradients[6..].ShouldBe([-0.0857722f, 0.0098895f, 0.0925496f, 0.0888033f, -0.0067774f, -0.0986928f], 1e-6);
        model.Evaluate([.. inputs, .. inputs], [.. targets, .. targets]).Loss.ShouldBe(1.332020554, 1e-6);
    }

    /// <summary>More classes than a vector holds, several chunks of images, and further outputs.</summary>
    [Theory]
    [InlineData("[Input(6)] [Dense(19)] [SoftmaxCrossEntropy]", 19)]
    [InlineData("[Input(6)] [Dense(33)] [SoftmaxCrossEntropy(LabelSmoothing = 0.1f)]", 33)]
    [InlineData("[Input(6)] [Dense(8)] [Tag(\"t\")] [Dense(5)] [Output(\"a\", Weight = 0.3f)] [SoftmaxCrossEntropy] [From(\"t\")] [Dense(5)] [SoftmaxCrossEntropy]", 5)]
    public void WholeShares_AreLabels(string declaration, int classes)
    {
        using Model model = Nets.Make(declaration);
        const int Batch = 37;
        float[] inputs = Nets.Random(Batch * 6, 1);
        int[] labels = [.. Enumerable.Range(0, Batch).Select(i => i * 7 % classes)];
        float[] targets = new float[Batch * classes];
        for (int i = 0; i < Batch; i++)
        {
            targets[(i * classes) + labels[i]] = 1;
        }

        StepResult byLabel = model.ComputeGradients(inputs, labels);
        float[] expected = model.Parameters.Gradients.ToArray();
        StepResult byShare = model.ComputeGradients(inputs, targets);

        byShare.Loss.ShouldBe(byLabel.Loss, 1e-6);
        byShare.Correct.ShouldBe(byLabel.Correct);
        model.Parameters.Gradients.ToArray().ShouldBe(expected, 1e-6);
    }

    [Fact]
    public void Smoothing_SpreadsOverAllClasses()
    {
        using Model model = Nets.Make("[Input(4)] [Dropout(0)] [SoftmaxCrossEntropy(LabelSmoothing = 0.2f)]");
        float[] gradients = new float[4];

        StepResult result = model.ComputeGradients([0, 0, 0, 0], [2], default, gradients);

        result.Loss.ShouldBe(Math.Log(4), 1e-6);
        gradients.ShouldBe([0.2f, 0.2f, -0.6f, 0.2f], 1e-6);
    }

    [Fact]
    public void LargeOutputs_StayFinite()
    {
        using Model model = Nets.Make("[Input(3)] [Dropout(0)] [SoftmaxCrossEntropy]");
        float[] gradients = new float[3];

        model.ComputeGradients([1000, -1000, 0], [1], default, gradients).Loss.ShouldBe(2000, 1e-3);

        gradients.ShouldBe([1, -1, 0], 1e-6);
        model.Evaluate([1000, -1000, 0], [1]).Loss.ShouldBe(2000, 1e-3);
    }

    /// <summary>A gradient below 2⁻¹⁰⁰ would only slow the layers behind it down.</summary>
    [Fact]
    public void AGradientTooSmallToMatter_IsZero()
    {
        using Model model = Nets.Make("[Input(4)] [Dropout(0)] [SoftmaxCrossEntropy]");
        float[] gradients = new float[4];

        model.ComputeGradients([50, -50, -18, -20], [0], default, gradients).Loss.ShouldBe(0);

        gradients[..2].ShouldBe([0, 0]);
        gradients[2].ShouldBe(MathF.Exp(-68), 1e-35f);
        gradients[3].ShouldBe(0);
    }

    [Fact]
    public void Images_HaveALabelAPixel()
    {
        using Model model = Nets.Make("[Input(2, 1, 2)] [Dropout(0)] [SoftmaxCrossEntropy]");

        // Pixel 0 has outputs (5, 0), pixel 1 has (0, 5).
        StepResult result = model.ComputeGradients([5, 0, 0, 5], [0, 1]);

        result.Loss.ShouldBe(Math.Log(1 + Math.Exp(-5)), 1e-6);
        result.Correct.ShouldBe(2);
        result.Count.ShouldBe(2);
    }

    [Fact]
    public void Prediction_GivesTheScoresBeforeTheSoftmax() => Nets.Predict("[Input(3)] [Dropout(0)] [SoftmaxCrossEntropy]", 1, 2, 3).ShouldBe([1, 2, 3]);
}

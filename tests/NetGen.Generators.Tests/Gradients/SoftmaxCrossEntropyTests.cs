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

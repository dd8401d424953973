using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class TanhTests
{
    [Theory]
    [InlineData("[Input(5, 3, 4)] [Tanh]")]
    [InlineData("[Input(1)] [Tanh]")]
    [InlineData("[Input(17)] [Dense(18)] [Tanh] [Dense(3)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Theory]
    [InlineData("[Input(5, 3, 4)] [Tanh(Scale = 1.7159f, Slope = 2f / 3)]")]
    [InlineData("[Input(1)] [Tanh(Scale = 0.5f)]")]
    [InlineData("[Input(4, 5, 5)] [Conv(3, 3, Pad = 1)] [Tanh(Slope = 1.5f)] [Conv(2, 3, Pad = 1)]")]
    public void Gradients_OfScaled_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void Scaled_LeadsThroughOne_AndSaturatesAtItsScale()
    {
        (float[] outputs, float[] gradients) = Nets.Run(
            "[Input(6)] [Tanh(Scale = 1.7159f, Slope = 2f / 3)]", [-1000, -1, 0, 1, 1000, 0.3f], [1, 1, 1, 1, 1, 2]);

        outputs[0].ShouldBe(-1.7159f);
        outputs[1].ShouldBe(-1, 1e-4);
        outputs[2].ShouldBe(0);
        outputs[3].ShouldBe(1, 1e-4);
        outputs[4].ShouldBe(1.7159f);
        gradients[0].ShouldBe(0);
        gradients[4].ShouldBe(0);
        gradients[2].ShouldBe(1.7159f * 2 / 3, 1e-6);
        double t = Math.Tanh(0.2);
        gradients[5].ShouldBe((float)(2 * 1.7159 * 2 / 3 * (1 - (t * t))), 1e-6);
    }

    [Fact]
    public void LargeInputs_Saturate_WithoutGradient()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(6)] [Tanh]", [-1000, -100, 100, 1000, float.NegativeInfinity, float.PositiveInfinity], [1, 1, 1, 1, 1, 1]);

        outputs[0].ShouldBe(-1, 1e-6);
        outputs[3].ShouldBe(1, 1e-6);
        gradients.ShouldAllBe(v => Math.Abs(v) < 1e-6);
    }

    [Fact]
    public void Values_AreAccurate()
    {
        float[] inputs = [.. Enumerable.Range(-90, 181).Select(i => i / 10f)];

        float[] outputs = Nets.Predict("[Input(181)] [Tanh]", inputs);

        for (int i = 0; i < inputs.Length; i++)
        {
            outputs[i].ShouldBe((float)(Math.Tanh(inputs[i])), 5e-7);
        }
    }

    [Fact]
    public void NotANumber_StaysOne() => float.IsNaN(Nets.Predict("[Input(2)] [Tanh]", float.NaN, 1)[0]).ShouldBeTrue();
}

using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class SigmoidTests
{
    [Theory]
    [InlineData("[Input(5, 3, 4)] [Sigmoid]")]
    [InlineData("[Input(1)] [Sigmoid]")]
    [InlineData("[Input(17)] [Dense(18)] [Sigmoid] [Dense(3)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void LargeInputs_Saturate_WithoutGradient()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(6)] [Sigmoid]", [-1000, -100, 100, 1000, float.NegativeInfinity, float.PositiveInfinity], [1, 1, 1, 1, 1, 1]);

        outputs[0].ShouldBe(0, 1e-6);
        outputs[3].ShouldBe(1, 1e-6);
        gradients.ShouldAllBe(v => Math.Abs(v) < 1e-6);
    }

    [Fact]
    public void Values_AreAccurate()
    {
        float[] inputs = [.. Enumerable.Range(-90, 181).Select(i => i / 10f)];

        float[] outputs = Nets.Predict("[Input(181)] [Sigmoid]", inputs);

        for (int i = 0; i < inputs.Length; i++)
        {
            outputs[i].ShouldBe((float)(1 / (1 + Math.Exp(-inputs[i]))), 5e-7);
        }
    }

    [Fact]
    public void NotANumber_StaysOne() => float.IsNaN(Nets.Predict("[Input(2)] [Sigmoid]", float.NaN, 1)[0]).ShouldBeTrue();
}

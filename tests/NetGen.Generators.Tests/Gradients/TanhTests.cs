using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class TanhTests
{
    [Theory]
    [InlineData("[Input(5, 3, 4)] [Tanh]")]
    [InlineData("[Input(1)] [Tanh]")]
    [InlineData("[Input(17)] [Dense(18)] [Tanh] [Dense(3)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

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

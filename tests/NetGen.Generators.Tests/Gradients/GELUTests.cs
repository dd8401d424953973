using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class GELUTests
{
    [Theory]
    [InlineData("[Input(5, 3, 4)] [GELU]")]
    [InlineData("[Input(1)] [GELU]")]
    [InlineData("[Input(17)] [Dense(18)] [GELU] [Dense(3)]")]
    [InlineData("[Input(3, 5, 5)] [Conv(5, 3)] [GELU] [Conv(4, 3, Pad = 1)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Theory]
    [InlineData(0.5, 0.345731230637)]
    [InlineData(1, 0.841344746069)]
    [InlineData(3, 2.995950305905)]
    [InlineData(-0.1, -0.046017216272)]
    [InlineData(-1, -0.158655253931)]
    [InlineData(-3, -0.004049694095)]
    [InlineData(-6, -5.919525870e-9)]
    public void Values_AreAccurate(double x, double expected) =>
        Nets.Predict("[Input(1)] [GELU]", (float)x)[0].ShouldBe((float)expected, 1e-6 * Math.Abs(expected));

    [Fact]
    public void NotANumber_StaysOne() => float.IsNaN(Nets.Predict("[Input(2)] [GELU]", float.NaN, 1)[0]).ShouldBeTrue();

    [Fact]
    public void LargeInputs_StayFinite()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(4)] [GELU]", [-1000, -100, 100, 1000], [1, 1, 1, 1]);

        outputs.ShouldBe([0, 0, 100, 1000], 1e-6);
        gradients.ShouldBe([0, 0, 1, 1], 1e-6);
    }
}

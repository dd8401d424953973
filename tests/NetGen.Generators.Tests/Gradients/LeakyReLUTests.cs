using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class LeakyReLUTests
{
    [Theory]
    [InlineData("[Input(5, 3, 4)] [LeakyReLU]")]
    [InlineData("[Input(17)] [LeakyReLU(0.2f)] [Dense(3)]")]
    [InlineData("[Input(6)] [Dense(18)] [LeakyReLU(0.3f)]")]
    [InlineData("[Input(3, 4, 4)] [Conv(5, 3)] [LeakyReLU(0.05f)] [Conv(2, 1)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void NegativesAreScaled()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(3)] [LeakyReLU(0.25f)]", [-2, 3, -4], [1, 2, 4]);

        outputs.ShouldBe([-0.5f, 3, -1]);
        gradients.ShouldBe([0.25f, 2, 1]);
    }

    [Fact]
    public void ASlopeAboveOne_Works()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(2)] [LeakyReLU(1.5f)]", [-2, 2], [1, 1]);

        outputs.ShouldBe([-3, 2]);
        gradients.ShouldBe([1.5f, 1]);
        GradientCheck.Check("[Input(6)] [Dense(18)] [LeakyReLU(1.5f)]");
    }

    [Fact]
    public void ANegativeSlope_Works() => Nets.Run("[Input(2)] [LeakyReLU(-0.5f)]", [-2, 2], [1, 1]).InputGradients.ShouldBe([-0.5f, 1]);

    [Fact]
    public void ANegativeSlope_AfterADenseLayer() => GradientCheck.Check("[Input(7)] [Dense(18)] [LeakyReLU(-0.5f)]");
}

using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class MaxPoolTests
{
    [Theory]
    [InlineData("[Input(5, 6, 6)] [MaxPool(2)]")]
    [InlineData("[Input(17, 7, 5)] [MaxPool(3, Stride = 2, Pad = 1)]")]
    [InlineData("[Input(3, 8, 8)] [MaxPool(3, Stride = 2, CeilMode = true)]")]
    [InlineData("[Input(3, 6, 6)] [MaxPool(3, Stride = 1)]")]
    [InlineData("[Input(3, 6, 6)] [Conv(4, 3, Pad = 1)] [ReLU] [MaxPool(2)] [Conv(2, 3)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, step: 2e-3f);

    [Fact]
    public void Border_NeverWins()
    {
        float[] inputs = [-5, -6, -7, -8];

        Nets.Predict("[Input(1, 2, 2)] [MaxPool(3, Stride = 1, Pad = 1)]", inputs).ShouldBe([-5, -5, -5, -5]);
        Nets.Predict("[Input(1, 2, 2)] [MaxPool(2, Stride = 1, Pad = 1)]", inputs).ShouldBe([-5, -5, -6, -5, -5, -6, -7, -7, -8]);
    }

    [Fact]
    public void OfEqualValues_TheFirstTakesTheGradient()
    {
        (_, float[] gradients) = Nets.Run("[Input(1, 2, 4)] [MaxPool(2)]", [1, 1, 0, 2, 1, 1, 2, 2], [10, 20]);

        gradients.ShouldBe([10, 0, 0, 20, 0, 0, 0, 0]);
    }

    [Fact]
    public void OverlappingWindows_AddTheirGradients()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(1, 1, 4)] [MaxPool(1, 2, Stride = 1)]", [1, 9, 2, 3], [1, 2, 4]);

        outputs.ShouldBe([9, 9, 3]);
        gradients.ShouldBe([0, 3, 0, 4]);
    }

    [Fact]
    public void Windows_MayMissPixels()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(1, 1, 5)] [MaxPool(1, 1, Stride = 2)]", [1, 2, 3, 4, 5], [1, 2, 4]);

        outputs.ShouldBe([1, 3, 5]);
        gradients.ShouldBe([1, 0, 2, 0, 4]);
    }

    [Fact]
    public void NegativeInfinity_IsAValue() =>
        Nets.Predict("[Input(1, 1, 2)] [MaxPool(1, 2)]", float.NegativeInfinity, float.NegativeInfinity).ShouldBe([float.NegativeInfinity]);
}

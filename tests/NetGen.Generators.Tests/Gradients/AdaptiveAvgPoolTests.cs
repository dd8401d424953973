using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class AdaptiveAvgPoolTests
{
    [Theory]
    [InlineData("[Input(5, 6, 6)] [AdaptiveAvgPool(3, 2)]")]
    [InlineData("[Input(17, 7, 5)] [AdaptiveAvgPool(3, 4)]")]
    [InlineData("[Input(3, 5, 4)] [AdaptiveAvgPool(1, 1)]")]
    [InlineData("[Input(3, 2, 3)] [AdaptiveAvgPool(5, 7)]")]
    [InlineData("[Input(2, 7, 7)] [Conv(18, 3)] [ReLU] [AdaptiveAvgPool(2, 3)] [Conv(4, 2)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void Windows_OverlapWhereTheSizeIsNoMultiple()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(1, 1, 5)] [AdaptiveAvgPool(1, 2)]", [1, 2, 3, 4, 11], [3, 6]);

        outputs.ShouldBe([2, 6], 1e-6);
        gradients.ShouldBe([1, 1, 3, 2, 2], 1e-6);
    }

    [Fact]
    public void LargerOutputs_RepeatPixels()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(1, 1, 2)] [AdaptiveAvgPool(1, 3)]", [1, 5], [1, 2, 4]);

        outputs.ShouldBe([1, 3, 5], 1e-6);
        gradients.ShouldBe([2, 5], 1e-6);
    }
}

using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class AvgPoolTests
{
    [Theory]
    [InlineData("[Input(5, 6, 6)] [AvgPool(2)]")]
    [InlineData("[Input(17, 7, 5)] [AvgPool(3, Stride = 1, Pad = 1)]")]
    [InlineData("[Input(3, 8, 8)] [AvgPool(3, Stride = 2, CeilMode = true)]")]
    [InlineData("[Input(3, 5, 5)] [AvgPool(3, Stride = 2, Pad = 1, CountIncludePad = false)]")]
    [InlineData("[Input(3, 6, 6)] [Conv(4, 3)] [ReLU] [AvgPool(2)] [Conv(2, 2)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Theory]
    [InlineData("true", 1f)]
    [InlineData("false", 2.25f)]
    public void Border_CountsAsAsked(string count, float mean)
    {
        float[] outputs = Nets.Predict($"[Input(1, 2, 2)] [AvgPool(3, Stride = 1, Pad = 1, CountIncludePad = {count})]", 0, 1, 2, 6);

        // Every window sees the whole image of 9 in sum, 4 pixels; with the border it has 9.
        outputs.ShouldAllBe(v => Math.Abs(v - mean) < 1e-6);
    }

    [Fact]
    public void LastWindowOfCeilMode_DividesByWhatLiesInTheImage() =>
        Nets.Predict("[Input(1, 1, 3)] [AvgPool(1, 2, CeilMode = true)]", 1, 3, 8).ShouldBe([2, 8]);
}

using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class CropTests
{
    [Theory]
    [InlineData("[Input(5, 4, 3)] [Crop(1)]")]
    [InlineData("[Input(17, 5, 6)] [Crop(2)]")]
    [InlineData("[Input(3, 6, 6)] [Conv(18, 3, Pad = 1)] [Tanh] [Crop(1)] [Conv(4, 3, Pad = 1)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void Border_IsLeftOut_AndTakesNoGradient()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(1, 3, 4)] [Crop(1)]", [.. Enumerable.Range(1, 12).Select(i => (float)i)], [10, 20]);

        outputs.ShouldBe([6, 7]);
        gradients.ShouldBe([0, 0, 0, 0, 0, 10, 20, 0, 0, 0, 0, 0]);
    }

    [Fact]
    public void Crop_UndoesZeroPad()
    {
        float[] input = Nets.Random(2 * 36, 1);

        (float[] outputs, float[] gradients) = Nets.Run("[Input(2, 6, 6)] [ZeroPad(2)] [Crop(2)]", input, input);

        outputs.ShouldBe(input);
        gradients.ShouldBe(input);
    }
}

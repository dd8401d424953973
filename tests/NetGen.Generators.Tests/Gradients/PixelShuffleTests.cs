using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class PixelShuffleTests
{
    [Theory]
    [InlineData("[Input(4, 3, 4)] [PixelShuffle(2)]")]
    [InlineData("[Input(68, 2, 3)] [PixelShuffle(2)]")]
    [InlineData("[Input(3, 2, 2)] [PixelShuffle(1)] [Conv(3, 1)]")]
    [InlineData("[Input(3, 4, 4)] [Conv(27, 3, Pad = 1)] [Tanh] [PixelShuffle(3)] [Conv(2, 3, Pad = 1)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    /// <summary>Channel 4·c + 2·y + x becomes the pixel (y, x) of the square of channel c.</summary>
    [Fact]
    public void Channels_BecomeSquares()
    {
        float[] inputs = [.. Enumerable.Range(0, 16).Select(i => (float)i)];
        (float[] outputs, float[] gradients) = Nets.Run("[Input(8, 1, 2)] [PixelShuffle(2)]", inputs, [.. Enumerable.Range(100, 16).Select(i => (float)i)]);

        outputs.ShouldBe([0, 2, 1, 3, 4, 6, 5, 7, 8, 10, 9, 11, 12, 14, 13, 15]);
        gradients.ShouldBe([100, 102, 101, 103, 104, 106, 105, 107, 108, 110, 109, 111, 112, 114, 113, 115]);
    }
}

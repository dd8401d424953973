using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class PadChannelsTests
{
    [Theory]
    [InlineData("[Input(3, 4, 3)] [PadChannels(2)] [Conv(4, 3)]")]
    [InlineData("[Input(2, 4, 4)] [Conv(17, 1)] [Tanh] [PadChannels(5, 12)] [Conv(3, 3, Pad = 1)]")]
    [InlineData("[Input(4, 3, 3)] [Conv(16, 1)] [Tag(\"x\")] [Conv(32, 1)] [Tag(\"y\")] [From(\"x\")] [PadChannels(8)] [Add(\"y\")] [Tanh]")]
    [InlineData("[Input(3, 5, 4)] [Conv(4, 3, Pad = 1)] [Tag(\"x\")] [Conv(8, 3, Stride = 2, Pad = 1)] [Tag(\"y\")] [From(\"x\")] [AvgPool(1, Stride = 2)] [PadChannels(2)] [Add(\"y\")] [Tanh] [Conv(2, 1)]")]
    [InlineData("[Input(7)] [Dense(5)] [Tanh] [PadChannels(3, 20)] [Dense(3)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 1e-2);

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(1, 16, 0)]
    [InlineData(3, 2, 2)]
    [InlineData(5, 15, 33)]
    [InlineData(7, 9, 1)]
    [InlineData(15, 1, 1)]
    [InlineData(16, 8, 8)]
    [InlineData(17, 0, 15)]
    [InlineData(33, 31, 100)]
    [InlineData(100, 3, 2)]
    public void Zeros_SurroundTheChannels(int channels, int before, int after)
    {
        float[] input = Nets.Random(2 * channels * 6, 3);
        float[] given = Nets.Random(2 * (before + channels + after) * 6, 4);

        (float[] outputs, float[] gradients) = Nets.Run($"[Input({channels}, 2, 3)] [PadChannels({before}, {after})]", input, given);

        for (int image = 0; image < 2; image++)
        {
            int start = image * given.Length / 2;
            float[] own = input[(image * channels * 6)..((image + 1) * channels * 6)];
            outputs[start..(start + (given.Length / 2))].ShouldBe([.. new float[before * 6], .. own, .. new float[after * 6]]);
            gradients[(image * channels * 6)..((image + 1) * channels * 6)].ShouldBe(given[(start + (before * 6))..(start + ((before + channels) * 6))]);
        }
    }

    /// <summary>The shortcut of PyTorch's <c>F.pad(x[:, :, ::2, ::2], …)</c>.</summary>
    [Fact]
    public void EverySecondPixel_IsAPoolOfOne()
    {
        (float[] outputs, float[] gradients) = Nets.Run(
            "[Input(1, 3, 4)] [AvgPool(1, Stride = 2)] [PadChannels(1, 0)]",
            [.. Enumerable.Range(1, 12).Select(i => (float)i)],
            [9, 9, 9, 9, 1, 2, 3, 4]);

        outputs.ShouldBe([0, 0, 0, 0, 1, 3, 9, 11]);
        gradients.ShouldBe([1, 0, 2, 0, 0, 0, 0, 0, 3, 0, 4, 0]);
    }
}

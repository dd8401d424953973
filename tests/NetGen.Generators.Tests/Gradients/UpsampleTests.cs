using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class UpsampleTests
{
    [Theory]
    [InlineData("[Input(5, 3, 4)] [Upsample(2)]")]
    [InlineData("[Input(17, 2, 3)] [Upsample(3)]")]
    [InlineData("[Input(3, 4, 4)] [Conv(6, 3)] [ReLU] [Upsample(2)] [Conv(4, 3, Pad = 1)]")]
    [InlineData("[Input(5, 3, 4)] [Upsample(2, Mode = UpsampleMode.Bilinear)]")]
    [InlineData("[Input(17, 2, 3)] [Upsample(3, Mode = UpsampleMode.Bilinear)]")]
    [InlineData("[Input(3, 1, 1)] [Upsample(4, Mode = UpsampleMode.Bilinear)]")]
    [InlineData("[Input(3, 4, 4)] [Conv(6, 3)] [ReLU] [Upsample(2, Mode = UpsampleMode.Bilinear)] [Conv(4, 3, Pad = 1)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void Nearest_RepeatsPixels_AndAddsTheirGradients()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(1, 1, 2)] [Upsample(2)]", [3, 7], [1, 2, 3, 4, 5, 6, 7, 8]);

        outputs.ShouldBe([3, 3, 7, 7, 3, 3, 7, 7]);
        gradients.ShouldBe([14, 22]);
    }

    [Fact]
    public void Bilinear_MeetsTheCentresOfPixels()
    {
        string declaration = "[Input(1, 1, 2)] [Upsample(2, Mode = UpsampleMode.Bilinear)]";

        // The new centres lie at -1/4, 1/4, 3/4 and 5/4 of the old ones' distance; outside, the edge goes on.
        (float[] outputs, float[] gradients) = Nets.Run(declaration, [0, 4], [1, 2, 3, 4, 1, 2, 3, 4]);

        outputs.ShouldBe([0, 1, 3, 4, 0, 1, 3, 4], 1e-6);
        gradients.ShouldBe([6.5f, 13.5f], 1e-6);
    }
}

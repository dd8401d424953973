using NetGen.Generators.IR;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

/// <summary>How many of Winograd's tiles are computed together.</summary>
public sealed class WinogradBlockTests
{
    /// <summary>Weights that come from beyond the cache are read for few blocks. A sweep case has the first of these sizes.</summary>
    [Theory]
    [InlineData(256, 64, 30)]
    [InlineData(256, 256, 56)]
    public void Blocks_HaveMoreTiles_WhereWeightsOutgrowTheCache(int inputs, int outputs, int size) => Kernel(inputs, outputs, size).TilesAtOnce.ShouldBe(64);

    /// <summary>Where weights are so many that points of inputs and outputs are few beside them, all products of a point come before the next point's. A sweep case has the first of these sizes.</summary>
    [Theory]
    [InlineData(2, 448, 308, 3)]
    [InlineData(4, 512, 512, 28)]
    [InlineData(2, 512, 512, 14)]
    public void Products_AreComputedPointByPoint_WhereWeightsAreMost(int tile, int inputs, int outputs, int size)
    {
        WinogradConvolutionKernel kernel = Kernel(inputs, outputs, size, tile);

        kernel.IsByPoint.ShouldBeTrue();
        kernel.TilesAtOnce.ShouldBe(128);
        kernel.ProductPitch.ShouldBe(Plane.PitchOf(outputs));
    }

    [Theory]
    [InlineData(64, 64, 56)]
    [InlineData(256, 256, 14)]
    [InlineData(64, 512, 14)]
    public void Products_AreComputedByOutputChannels_WhereWeightsAreFewer(int inputs, int outputs, int size)
    {
        WinogradConvolutionKernel kernel = Kernel(inputs, outputs, size);

        kernel.IsByPoint.ShouldBeFalse();
        kernel.ProductPitch.ShouldBe(64);
    }

    /// <summary>Weights that stay in the cache are read again for nothing, and a block that fits it is the better one.</summary>
    [Fact]
    public void Blocks_FitTheCache_WhereWeightsDoToo() => Kernel(256, 32, 56).TilesAtOnce.ShouldBeLessThan(64);

    private static WinogradConvolutionKernel Kernel(int inputs, int outputs, int size, int tile = 4) =>
        new(tile, 1, 1, Plane.Of(Shape.Image(inputs, size, size), 1, 1), Plane.Of(Shape.Image(outputs, size, size)));
}

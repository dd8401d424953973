using NetGen.Generators.IR;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

/// <summary>How many of Winograd's tiles are computed together.</summary>
public sealed class WinogradBlockTests
{
    /// <summary>Weights that come from beyond the cache are read for few blocks. A sweep case has the first of these sizes.</summary>
    [Theory]
    [InlineData(256, 64, 30)]
    [InlineData(512, 512, 28)]
    public void Blocks_HaveMoreTiles_WhereWeightsOutgrowTheCache(int inputs, int outputs, int size) => Kernel(inputs, outputs, size).TilesAtOnce.ShouldBe(64);

    /// <summary>Weights that stay in the cache are read again for nothing, and a block that fits it is the better one.</summary>
    [Fact]
    public void Blocks_FitTheCache_WhereWeightsDoToo() => Kernel(256, 32, 56).TilesAtOnce.ShouldBeLessThan(64);

    private static WinogradConvolutionKernel Kernel(int inputs, int outputs, int size) =>
        new(4, 1, 1, Plane.Of(Shape.Image(inputs, size, size), 1, 1), Plane.Of(Shape.Image(outputs, size, size)));
}

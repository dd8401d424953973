using NetGen.Generators.IR;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

/// <summary>How much of a map goes through all tiles of a gradient by the weights before the next, and where the next is asked for.</summary>
public sealed class WeightGradientStripTests
{
    /// <summary>A map that is one row is cut, into the less the more sums go through memory with each strip.</summary>
    [Theory]
    [InlineData("[Input(64, 56, 56)] [Conv(64, 1)]", 64)]
    [InlineData("[Input(128, 28, 28)] [Conv(128, 1)]", 61)]
    [InlineData("[Input(128, 28, 28)] [Conv(256, 1)]", 112)]
    [InlineData("[Input(256, 14, 14)] [Conv(256, 1)]", 196)]
    [InlineData("[Input(5, 5, 13)] [Conv(20, 1)]", 33)]
    [InlineData("[Input(64, 8, 8)] [Conv(64, 1)]", 64)]
    public void OneRow_IsCutIntoStrips(string network, int columns) => KernelOf(network).StripColumns.ShouldBe(columns);

    /// <summary>Rows are cut by rows.</summary>
    [Fact]
    public void Rows_AreWhole()
    {
        ConvolutionWeightGradientKernel kernel = KernelOf("[Input(64, 56, 56)] [Conv(64, 1, Stride = 2)]");
        kernel.StripColumns.ShouldBe(28);
        kernel.Strip.ShouldBe(2);
    }

    /// <summary>Few multiplications for a value that comes from beyond the second-level cache.</summary>
    [Theory]
    [InlineData("[Input(64, 56, 56)] [Conv(64, 1)]", true)]
    [InlineData("[Input(256, 14, 14)] [Conv(256, 1)]", false)]
    [InlineData("[Input(64, 56, 56)] [Conv(64, 3, Stride = 2, Pad = 1)]", true)]
    [InlineData("[Input(64, 56, 56)] [Conv(64, 3, Pad = 1, Algorithm = ConvAlgorithm.Direct)]", false)]
    [InlineData("[Input(3, 224, 224)] [Conv(64, 7, Stride = 2, Pad = 3)]", false)]
    public void LargeMaps_OfFewTaps_AskForTheNextStrip(string network, bool asks) => KernelOf(network).LooksAhead.ShouldBe(asks);

    private static ConvolutionWeightGradientKernel KernelOf(string network) =>
        Networks.Plan(network).Train.Kernels.OfType<ConvolutionWeightGradientKernel>().ShouldHaveSingleItem();
}

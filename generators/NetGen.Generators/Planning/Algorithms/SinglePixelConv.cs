using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>A convolution whose output is one pixel: the images of a chunk fill the tile, as those of a dense layer do.</summary>
internal sealed class SinglePixelConv : DirectConv
{
    protected override bool ImagesAsColumns => true;

    public override bool Fits(AlgorithmRequest request) => request.Node.Output is { H: 1, W: 1 };

    public override double Cost(AlgorithmRequest request) => request.Node.Macs;
}

using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>A depthwise convolution with its taps written out, some output pixels beside each other at a time.</summary>
internal sealed class TiledDepthwiseConv : DepthwiseAlgorithm
{
    /// <summary>Larger kernels, and strides that leave many kinds of pixels, would be too much text.</summary>
    public override bool Fits(AlgorithmRequest request) => !LargeDepthwiseConvKernel.HasManyPhases(request.Node.Spec<DepthwiseConvSpec>().Window);

    /// <summary>Values from which on they would leave the caches before the next layer reads them.</summary>
    private const int LeastValues = 64 * 1024;

    public override bool JoinsReader(ShapedNode node) => node.Spec<DepthwiseConvSpec>().Multiplier == 1 && node.Output.Size >= LeastValues;

    protected override Kernel ForwardKernel(Plane x, Plane y, Window window, Activation? activation) => new DepthwiseConvKernel(x, y, window, activation);

    protected override Kernel WeightGradientKernel(Plane x, Plane dy, Window window) => new DepthwiseConvWeightGradientKernel(x, dy, window);

    protected override Kernel InputGradientKernel(Plane dy, Plane dx, Window window) => new DepthwiseConvInputGradientKernel(dy, dx, window);
}

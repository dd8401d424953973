using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>A depthwise convolution by loops over its taps.</summary>
internal sealed class LoopedDepthwiseConv : DepthwiseAlgorithm
{
    /// <summary>An input is loaded again for every tap.</summary>
    private const double LoadsAgain = 2;

    public override bool Fits(AlgorithmRequest request) => true;

    public override double Cost(AlgorithmRequest request) => LoadsAgain * base.Cost(request);

    protected override Kernel ForwardKernel(Plane x, Plane y, Window window, Activation? activation) => new LargeDepthwiseConvKernel(x, y, window, activation);

    protected override Kernel WeightGradientKernel(Plane x, Plane dy, Window window) => new LargeDepthwiseConvWeightGradientKernel(x, dy, window);

    protected override Kernel InputGradientKernel(Plane dy, Plane dx, Window window) => new LargeDepthwiseConvInputGradientKernel(dy, dx, window);
}

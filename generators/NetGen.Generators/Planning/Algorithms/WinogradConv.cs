using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>
/// A 3×3 convolution with a stride of one by Winograd's minimal filtering (Lavin and Gray 2016): 2.25 or 4 times fewer multiplications, and transforms of
/// inputs and outputs beside them.
/// </summary>
/// <param name="tile">Outputs of a tile in each direction: 2 or 4.</param>
internal sealed class WinogradConv(int tile) : DirectConv
{
    /// <summary>
    /// Multiplications that the transforms of one channel of a 4×4 tile are worth: measured by <c>bench algorithms</c>, where 16 and 32 channels on 32×32 take 0.72 and 0.48 of
    /// the direct form's time, shared out by the transforms' instructions.
    /// </summary>
    private const double InputTransform = 600;
    private const double OutputTransform = 450;

    /// <summary>
    /// Multiplications that reading a transformed weight is worth, once for each block of tiles: measured on Emerald Rapids by <c>bench algorithms</c>, where the times of 7×7 maps at 1, 2, 4
    /// and 8 images give 3 for 1 MB of weights, 5 to 8 for 2 to 4 MB, 11 for 9 MB, 14 for 17 MB and 27 for 38 MB.
    /// </summary>
    private const double Weight = 5;
    private const double WeightOfMegabyte = 0.58;

    /// <summary>Images of a call of a prediction, between the one of a user who waits and the many of a batch: a plan serves both, since an image's result does not depend on the others.</summary>
    private const int PredictedImages = 2;

    /// <summary>With fewer channels, which fill no vector, nothing is gained: 8 on 32×32 take 1.07 of the direct form's time.</summary>
    private const int LeastChannels = 16;

    public override bool Fits(AlgorithmRequest request)
    {
        ConvSpec spec = request.Node.Spec<ConvSpec>();
        return spec.TakesWinograd && spec.Algorithm switch
        {
            ConvAlgorithm.Auto => request.Node.Inputs[0].C >= LeastChannels && spec.Filters >= LeastChannels,
            ConvAlgorithm.Winograd2 => tile == 2,
            ConvAlgorithm.Winograd4 => tile == 4,
            _ => false,
        };
    }

    public override double Cost(AlgorithmRequest request)
    {
        if (request.Node.Spec<ConvSpec>().Algorithm != ConvAlgorithm.Auto)
        {
            return 0;
        }

        Shape x = request.Node.Inputs[0];
        Shape y = request.Node.Output;
        WinogradConvolutionKernel kernel = new(tile, 1, 1, Plane.Of(x), Plane.Of(y));
        double weights = (double)kernel.Points * x.C * y.C;
        double reads = Math.Max(1.0 / (request.Training ? request.Images : PredictedImages), (double)kernel.Tiles / kernel.TilesAtOnce);
        double weight = Weight + (WeightOfMegabyte * weights * sizeof(float) / (1024 * 1024));
        return ((kernel.Tiles + (reads * weight)) * weights) + (kernel.Tiles * kernel.Points / 36.0 * ((InputTransform * x.C) + (OutputTransform * y.C)));
    }

    public override Halo GradientHalo(ShapedNode node) => TurnedHalo(node);

    protected override ConvLowering Of(Lowering lowering, ShapedNode node, ConvGeometry geometry, bool bias, WeightChoice weights) =>
        new WinogradLowering(lowering, node, geometry, bias, tile) { Weights = weights };
}

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
    /// Multiplications that reading a transformed weight is worth, once a call for all of its images: measured on Emerald Rapids by <c>bench algorithms</c>, where the
    /// times of both forms at 1, 2, 4 and 8 images of 7×7 give 8 to 9 up to 9 MB of weights, and 17 to 21 for 38 MB.
    /// </summary>
    private const double Weight = 9;
    private const double FarWeight = 18;

    /// <summary>Weights that the second-level cache and what is near it in the third hold: 12 MB.</summary>
    private const long NearWeights = 3 * 1024 * 1024;

    /// <summary>Images of a call of a prediction, between the one of a user who waits and the many of a batch: a plan serves both, since an image's result does not depend on the others.</summary>
    private const double PredictedImages = 2;

    /// <summary>The same in training, where the weights of two passes take turns in the caches: with four times the weights for one image, the 7×7 maps of <c>ablation-base</c> took 8 % longer.</summary>
    private const double TrainingWeight = 12;

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
        int points = (tile + 2) * (tile + 2);
        double tiles = (double)((y.H + tile - 1) / tile) * ((y.W + tile - 1) / tile);
        double weight = request.Training ? TrainingWeight / request.Images : ((long)points * x.C * y.C > NearWeights ? FarWeight : Weight) / PredictedImages;
        return ((tiles + weight) * points * x.C * y.C) + (tiles * points / 36 * ((InputTransform * x.C) + (OutputTransform * y.C)));
    }

    protected override ConvLowering Of(Lowering lowering, ShapedNode node, ConvGeometry geometry, bool bias, int weightTile) =>
        new WinogradLowering(lowering, node, geometry, bias, tile) { WeightTile = weightTile };
}

using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>
/// A 3×3 convolution with a stride of one by Winograd's minimal filtering (Lavin and Gray 2016): 2.25 or 4 times fewer multiplications, and transforms of
/// inputs and outputs beside them.
/// </summary>
/// <param name="tile">Outputs of a tile in each direction: 2 or 4.</param>
internal sealed class WinogradConv(int tile) : DirectConv
{
    /// <summary>Multiplications that the transforms of one channel of a 4×4 tile are worth: estimated from their instructions, not measured.</summary>
    private const double InputTransform = 400;
    private const double OutputTransform = 300;

    /// <summary>Multiplications that reading a transformed weight is worth, where a chunk has few images: estimated for weights from the third-level cache.</summary>
    private const double Weight = 12;

    /// <summary>With fewer channels the transforms cost more than the multiplications saved.</summary>
    private const int LeastChannels = 32;

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
        return ((tiles + Weight) * points * x.C * y.C) + (tiles * points / 36 * ((InputTransform * x.C) + (OutputTransform * y.C)));
    }

    protected override ConvLowering Of(Lowering lowering, ShapedNode node, ConvGeometry geometry, bool bias, WeightChoice weights) =>
        new WinogradLowering(lowering, node, geometry, bias, tile) { Weights = weights };
}

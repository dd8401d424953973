using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>
/// Whether the gradient by a convolution's weights is computed by Winograd's minimal filtering: a choice of its own, since it transforms other things than the
/// forward pass.
/// </summary>
internal static class WinogradWeights
{
    /// <summary>Outputs of a tile in each direction: 2, 4, or 0 where products are summed directly.</summary>
    public static int TileOf(ShapedNode node)
    {
        ConvSpec spec = node.Spec<ConvSpec>();
        return spec.Algorithm switch
        {
            ConvAlgorithm.Winograd2 => 2,
            ConvAlgorithm.Winograd4 => 4,
            _ => 0,
        };
    }
}

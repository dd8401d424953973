using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>How the gradient by a convolution's weights is computed.</summary>
/// <param name="Tile">Outputs of a tile in each direction by Winograd's minimal filtering; 0 where products are summed directly.</param>
/// <param name="OverBatch">Whether it is summed over the whole batch at the end of a phase; otherwise each shard sums its images chunk by chunk, and the shards are added up.</param>
internal readonly record struct WeightChoice(int Tile, bool OverBatch)
{
    /// <summary>
    /// Weights that are summed over the batch at least: fewer make too few units for threads to share, and eight shards' sums of them stay in the caches.
    /// </summary>
    private const long LeastWeights = 96 * 1024;

    /// <summary>
    /// Weights for each input and output gradient of an image, from which on it is worth while. A shard's sums are cleared, read and written by each chunk, and added up
    /// once; over the batch inputs and gradients come from memory instead of the cache. Measured in steps of ResNet-18 with 16 images: for 3×3 kernels of 128 channels on 28×28
    /// (0.7) neither way is faster, and with those of 256 on 14×14 (5.9) and 512 on 7×7 (47) over the batch a step takes a sixth less.
    /// </summary>
    private const double LeastShare = 1;

    /// <summary>Images that a call over the batch sees, as far as the choice of tiles goes.</summary>
    private const int BatchImages = 16;

    /// <summary>The choice for a convolution.</summary>
    public static WeightChoice Of(Lowering lowering, ShapedNode node)
    {
        bool batch = lowering.KeepsBatch && IsForBatch(lowering, node);
        return new WeightChoice(WinogradWeights.TileOf(node, batch ? BatchImages : lowering.ImagesAtOnce), batch);
    }

    /// <summary>Channels in groups or connected in part have sums that are not weights, and a gradient that several layers share is not one layer's to write.</summary>
    private static bool IsForBatch(Lowering lowering, ShapedNode node)
    {
        ConvSpec spec = node.Spec<ConvSpec>();
        if (spec.Groups > 1 || node.Parameters[0].Connections is not null || lowering.SharesParameters(node) || node.Output.Positions == 1)
        {
            return false;
        }

        Shape x = node.Inputs[0];
        Shape y = node.Output;
        long weights = (long)spec.Window.KernelY * spec.Window.KernelX * x.Channels * y.Channels;
        double read = Math.Min((double)x.Positions, (double)y.Positions * spec.Window.KernelY * spec.Window.KernelX) * x.Channels;
        return weights >= LeastWeights && weights >= LeastShare * (read + ((double)y.Positions * y.Channels));
    }
}

using NetGen;

namespace CifarAblation;

/// <summary>A step of the ablation: what came before it, and one thing more.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Name">What is added.</param>
/// <param name="Published">The published validation accuracy after 100 epochs.</param>
/// <param name="Create">Makes the network from a seed.</param>
internal sealed record Stage(int Number, string Name, double Published, Func<ulong, Model> Create)
{
    private const int FirstAugmented = 2;
    private const int FirstMixed = 7;
    private const int FirstAmsGrad = 8;

    /// <summary>Whether images are turned, shifted and mirrored.</summary>
    public bool Augments => Number >= FirstAugmented;

    /// <summary>Whether images of a batch are mixed in pairs.</summary>
    public bool Mixes => Number >= FirstMixed;

    /// <summary>Whether the optimizer divides by the largest mean square.</summary>
    public bool AmsGrad => Number >= FirstAmsGrad;

    /// <summary>The stages in the published order.</summary>
    public static IReadOnlyList<Stage> All { get; } =
    [
        new(1, "baseline", 0.7288, seed => new Baseline(seed)),
        new(2, "+ augmentation", 0.8609, seed => new Baseline(seed)),
        new(3, "+ batch norm", 0.9124, seed => new WithBatchNorm(seed)),
        new(4, "+ residual blocks", 0.8971, seed => new WithResBlocks(seed)),
        new(5, "+ global average pooling", 0.9044, seed => new WithGlobalAvgPool(seed)),
        new(6, "+ dropout", 0.9046, seed => new WithDropout(seed)),
        new(7, "+ mixup", 0.9070, seed => new WithDropout(seed)),
        new(8, "+ AMSGrad", 0.9096, seed => new WithDropout(seed)),
    ];
}

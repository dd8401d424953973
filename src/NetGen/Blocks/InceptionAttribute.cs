namespace NetGen;

/// <summary>
/// The block of GoogLeNet: convolutions of 1×1, 3×3 and 5×5 and a 3×3 max pool side by side, all of stride 1, their outputs joined along
/// the channels in this order. A 1×1 convolution comes before the 3×3 and the 5×5 one, and after the pool; a ReLU follows every
/// convolution. (C, H, W) to (filters + filters3 + filters5 + pool, H, W). Szegedy et al. 2014, "Going Deeper with Convolutions", figure 2(b).
/// PyTorch: torchvision's <c>Inception</c>, which has batch norms, and 3×3 where the paper has 5×5.
/// </summary>
/// <param name="filters">The filters of the 1×1 convolution, table 1's "#1×1"; its path is <c>branch1</c>. From 1 to 16,777,216.</param>
/// <param name="reduce3">The filters of the 1×1 convolution before the 3×3 one, "#3×3 reduce"; <c>branch3_reduce</c>. From 1 to 16,777,216.</param>
/// <param name="filters3">The filters of the 3×3 convolution, "#3×3"; <c>branch3</c>. From 1 to 16,777,216.</param>
/// <param name="reduce5">The filters of the 1×1 convolution before the 5×5 one, "#5×5 reduce"; <c>branch5_reduce</c>. From 1 to 16,777,216.</param>
/// <param name="filters5">The filters of the 5×5 convolution, "#5×5"; <c>branch5</c>. From 1 to 16,777,216.</param>
/// <param name="pool">The filters of the 1×1 convolution after the pool, "pool proj"; <c>branch_pool</c>. From 1 to 16,777,216.</param>
[Layers("""
    [Tag("input")]
    [Conv(filters, 1, Bias = !BatchNorm, Name = "branch1")]
    if (BatchNorm) { [BatchNorm(Name = "branch1_norm")] } [ReLU] [Tag("branch1")]

    [From("input")] [Conv(reduce3, 1, Bias = !BatchNorm, Name = "branch3_reduce")]
    if (BatchNorm) { [BatchNorm(Name = "branch3_reduce_norm")] } [ReLU]
    [Conv(filters3, 3, Pad = 1, Bias = !BatchNorm, Name = "branch3")]
    if (BatchNorm) { [BatchNorm(Name = "branch3_norm")] } [ReLU] [Tag("branch3")]

    [From("input")] [Conv(reduce5, 1, Bias = !BatchNorm, Name = "branch5_reduce")]
    if (BatchNorm) { [BatchNorm(Name = "branch5_reduce_norm")] } [ReLU]
    [Conv(filters5, 5, Pad = 2, Bias = !BatchNorm, Name = "branch5")]
    if (BatchNorm) { [BatchNorm(Name = "branch5_norm")] } [ReLU] [Tag("branch5")]

    [From("input")] [MaxPool(3, Stride = 1, Pad = 1)] [Conv(pool, 1, Bias = !BatchNorm, Name = "branch_pool")]
    if (BatchNorm) { [BatchNorm(Name = "branch_pool_norm")] } [ReLU] [Tag("branch_pool")]

    [From("branch1")] [Concat("branch3", "branch5", "branch_pool")]
    """)]
public sealed class InceptionAttribute(int filters, int reduce3, int filters3, int reduce5, int filters5, int pool) : BlockAttribute
{
    /// <summary>The filters of the 1×1 convolution. From 1 to 16,777,216.</summary>
    public int Filters { get; } = filters;

    /// <summary>The filters of the 1×1 convolution before the 3×3 one. From 1 to 16,777,216.</summary>
    public int Reduce3 { get; } = reduce3;

    /// <summary>The filters of the 3×3 convolution. From 1 to 16,777,216.</summary>
    public int Filters3 { get; } = filters3;

    /// <summary>The filters of the 1×1 convolution before the 5×5 one. From 1 to 16,777,216.</summary>
    public int Reduce5 { get; } = reduce5;

    /// <summary>The filters of the 5×5 convolution. From 1 to 16,777,216.</summary>
    public int Filters5 { get; } = filters5;

    /// <summary>The filters of the 1×1 convolution after the pool. From 1 to 16,777,216.</summary>
    public int Pool { get; } = pool;

    /// <summary>
    /// Whether a batch norm (<c>branch1_norm</c> and so on) follows every convolution, which then has no bias, as in later trainings of
    /// GoogLeNet; the paper has none.
    /// </summary>
    public bool BatchNorm { get; set; }
}

namespace NetGen.Zoo;

/// <summary>
/// The block of Inception-v2: <see cref="InceptionAttribute"/> with batch norm and two 3×3 convolutions in place of the 5×5 one. (C, H, W) to
/// (filters + filters3 + double3 + pool, H, W). Ioffe and Szegedy 2015, "Batch Normalization", appendix, figure 5.
/// </summary>
/// <param name="filters">The filters of the 1×1 convolution, "#1×1".</param>
/// <param name="reduce3">The filters of the 1×1 convolution before the 3×3 one, "#3×3 reduce".</param>
/// <param name="filters3">The filters of the 3×3 convolution, "#3×3".</param>
/// <param name="reduceDouble3">The filters of the 1×1 convolution before the two, "double #3×3 reduce".</param>
/// <param name="double3">The filters of each of the two, "double #3×3".</param>
/// <param name="pool">The filters of the 1×1 convolution after the pool, "Pool + proj".</param>
[Layers("""
    [Tag("input")]
    [InceptionConv(filters, 1, 1, Name = "branch1")] [Tag("branch1")]
    [From("input")] [InceptionConv(reduce3, 1, 1, Name = "branch3_reduce")] [InceptionConv(filters3, 3, 3, Name = "branch3")] [Tag("branch3")]
    [From("input")] [InceptionConv(reduceDouble3, 1, 1, Name = "double3_reduce")] [InceptionConv(double3, 3, 3, Name = "double3_", Repeat = 2)] [Tag("double3")]
    [From("input")]
    if (MaxPool) { [MaxPool(3, Stride = 1, Pad = 1)] } else { [AvgPool(3, Stride = 1, Pad = 1, CountIncludePad = false)] }
    [InceptionConv(pool, 1, 1, Name = "branch_pool")] [Tag("branch_pool")]
    [From("branch1")] [Concat("branch3", "double3", "branch_pool")]
    """)]
public sealed class InceptionV2MixedAttribute(int filters, int reduce3, int filters3, int reduceDouble3, int double3, int pool) : BlockAttribute
{
    /// <summary>The filters of the 1×1 convolution.</summary>
    public int Filters { get; } = filters;

    /// <summary>The filters of the 1×1 convolution before the 3×3 one.</summary>
    public int Reduce3 { get; } = reduce3;

    /// <summary>The filters of the 3×3 convolution.</summary>
    public int Filters3 { get; } = filters3;

    /// <summary>The filters of the 1×1 convolution before the two of 3×3.</summary>
    public int ReduceDouble3 { get; } = reduceDouble3;

    /// <summary>The filters of each of the two.</summary>
    public int Double3 { get; } = double3;

    /// <summary>The filters of the 1×1 convolution after the pool.</summary>
    public int Pool { get; } = pool;

    /// <summary>Whether the pool takes the largest value instead of the mean.</summary>
    public bool MaxPool { get; set; }
}

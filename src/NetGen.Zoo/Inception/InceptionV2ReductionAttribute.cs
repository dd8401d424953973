namespace NetGen.Zoo;

/// <summary>
/// The block between Inception-v2's stages: a 3×3 convolution, two of them, and a max pool that passes all channels through, each of
/// stride 2 at its end. (C, H, W) to (filters3 + double3 + C, H / 2, W / 2), rounded up. Ioffe and Szegedy 2015, figure 5, 3c and 4e.
/// </summary>
/// <param name="reduce3">The filters of the 1×1 convolution before the 3×3 one.</param>
/// <param name="filters3">The filters of the 3×3 convolution.</param>
/// <param name="reduceDouble3">The filters of the 1×1 convolution before the two.</param>
/// <param name="double3">The filters of each of the two.</param>
[Layers("""
    [Tag("input")]
    [InceptionConv(reduce3, 1, 1, Name = "branch3_reduce")] [InceptionConv(filters3, 3, 3, Stride = 2, Name = "branch3")] [Tag("branch3")]
    [From("input")] [InceptionConv(reduceDouble3, 1, 1, Name = "double3_reduce")] [InceptionConv(double3, 3, 3, Name = "double3_1")]
    [InceptionConv(double3, 3, 3, Stride = 2, Name = "double3_2")] [Tag("double3")]
    [From("input")] [MaxPool(3, Stride = 2, Pad = 1)] [Tag("pool")]
    [From("branch3")] [Concat("double3", "pool")]
    """)]
public sealed class InceptionV2ReductionAttribute(int reduce3, int filters3, int reduceDouble3, int double3) : BlockAttribute
{
    /// <summary>The filters of the 1×1 convolution before the 3×3 one.</summary>
    public int Reduce3 { get; } = reduce3;

    /// <summary>The filters of the 3×3 convolution.</summary>
    public int Filters3 { get; } = filters3;

    /// <summary>The filters of the 1×1 convolution before the two of 3×3.</summary>
    public int ReduceDouble3 { get; } = reduceDouble3;

    /// <summary>The filters of each of the two.</summary>
    public int Double3 { get; } = double3;
}

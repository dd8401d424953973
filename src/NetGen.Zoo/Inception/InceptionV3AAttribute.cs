namespace NetGen.Zoo;

/// <summary>
/// Inception-v3's block of the 35×35 stage: 1×1; 5×5; two 3×3; average pool. (C, H, W) to (224 + pool, H, W).
/// Szegedy et al. 2015, figure 5, with the 5×5 convolution that the authors' code keeps.
/// </summary>
/// <param name="pool">The filters of the 1×1 convolution after the pool.</param>
[Layers("""
    [Tag("input")]
    [InceptionConv(64, 1, 1, Name = "branch1")] [Tag("branch1")]
    [From("input")] [InceptionConv(48, 1, 1, Name = "branch5_1")] [InceptionConv(64, 5, 5, Name = "branch5_2")] [Tag("branch5")]
    [From("input")] [InceptionConv(64, 1, 1, Name = "double3_1")] [InceptionConv(96, 3, 3, Name = "double3_2")]
    [InceptionConv(96, 3, 3, Name = "double3_3")] [Tag("double3")]
    [From("input")] [AvgPool(3, Stride = 1, Pad = 1)] [InceptionConv(pool, 1, 1, Name = "branch_pool")] [Tag("branch_pool")]
    [From("branch1")] [Concat("branch5", "double3", "branch_pool")]
    """)]
public sealed class InceptionV3AAttribute(int pool) : BlockAttribute
{
    /// <summary>The filters of the 1×1 convolution after the pool.</summary>
    public int Pool { get; } = pool;
}

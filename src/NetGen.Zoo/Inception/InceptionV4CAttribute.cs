namespace NetGen.Zoo;

/// <summary>
/// Inception-v4's block of the 8×8 stage: 1×1; 1×3 beside 3×1; 3×1 and 1×3, then 1×3 beside 3×1; average pool. (C, H, W) to (1536, H, W).
/// Szegedy et al. 2016, figure 6.
/// </summary>
[Tag("input")]
[InceptionConv(256, 1, 1, Name = "branch1")] [Tag("branch1")]
[From("input")] [InceptionConv(384, 1, 1, Name = "branch3_1")] [Tag("split3")]
[InceptionConv(256, 1, 3, Name = "branch3_2a")] [Tag("branch3_a")]
[From("split3")] [InceptionConv(256, 3, 1, Name = "branch3_2b")] [Tag("branch3_b")]
[From("input")] [InceptionConv(384, 1, 1, Name = "double3_1")] [InceptionConv(448, 3, 1, Name = "double3_2")]
[InceptionConv(512, 1, 3, Name = "double3_3")] [Tag("split_double3")]
[InceptionConv(256, 1, 3, Name = "double3_4a")] [Tag("double3_a")]
[From("split_double3")] [InceptionConv(256, 3, 1, Name = "double3_4b")] [Tag("double3_b")]
[From("input")] [AvgPool(3, Stride = 1, Pad = 1, CountIncludePad = false)] [InceptionConv(256, 1, 1, Name = "branch_pool")] [Tag("branch_pool")]
[From("branch1")] [Concat("branch3_a", "branch3_b", "double3_a", "double3_b", "branch_pool")]
public sealed class InceptionV4CAttribute : BlockAttribute;

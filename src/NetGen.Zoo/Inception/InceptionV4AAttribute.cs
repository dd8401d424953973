namespace NetGen.Zoo;

/// <summary>
/// Inception-v4's block of the 35×35 stage: 1×1; 3×3; two 3×3; average pool. (C, H, W) to (384, H, W). Szegedy et al. 2016, figure 4.
/// </summary>
[Tag("input")]
[InceptionConv(96, 1, 1, Name = "branch1")] [Tag("branch1")]
[From("input")] [InceptionConv(64, 1, 1, Name = "branch3_1")] [InceptionConv(96, 3, 3, Name = "branch3_2")] [Tag("branch3")]
[From("input")] [InceptionConv(64, 1, 1, Name = "double3_1")] [InceptionConv(96, 3, 3, Name = "double3_2")]
[InceptionConv(96, 3, 3, Name = "double3_3")] [Tag("double3")]
[From("input")] [AvgPool(3, Stride = 1, Pad = 1, CountIncludePad = false)] [InceptionConv(96, 1, 1, Name = "branch_pool")] [Tag("branch_pool")]
[From("branch1")] [Concat("branch3", "double3", "branch_pool")]
public sealed class InceptionV4AAttribute : BlockAttribute;

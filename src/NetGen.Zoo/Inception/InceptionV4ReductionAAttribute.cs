namespace NetGen.Zoo;

/// <summary>
/// Inception-v4's reduction from 35×35 to 17×17: 3×3; two 3×3; max pool, each of stride 2 at its end and without a border there.
/// (C, H, W) to (640 + C, (H − 1) / 2, (W − 1) / 2), rounded down. Szegedy et al. 2016, figure 7 and table 1.
/// </summary>
[Tag("input")]
[InceptionConv(384, 3, 3, Stride = 2, Valid = true, Name = "branch3")] [Tag("branch3")]
[From("input")] [InceptionConv(192, 1, 1, Name = "double3_1")] [InceptionConv(224, 3, 3, Name = "double3_2")]
[InceptionConv(256, 3, 3, Stride = 2, Valid = true, Name = "double3_3")] [Tag("double3")]
[From("input")] [MaxPool(3, Stride = 2)] [Tag("pool")]
[From("branch3")] [Concat("double3", "pool")]
public sealed class InceptionV4ReductionAAttribute : BlockAttribute;

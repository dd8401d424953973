namespace NetGen.Zoo;

/// <summary>
/// Inception-v3's reduction from 17×17 to 8×8: 3×3; a 7×7 convolution split into 1×7 and 7×1, then 3×3; max pool. The last of each has stride 2
/// and no border. (C, H, W) to (512 + C, (H − 1) / 2, (W − 1) / 2), rounded down. Szegedy et al. 2015, section 5 and the authors' code.
/// </summary>
[Tag("input")]
[InceptionConv(192, 1, 1, Name = "branch3_1")] [InceptionConv(320, 3, 3, Stride = 2, Valid = true, Name = "branch3_2")] [Tag("branch3")]
[From("input")] [InceptionConv(192, 1, 1, Name = "branch7_1")] [InceptionConv(192, 1, 7, Name = "branch7_2")]
[InceptionConv(192, 7, 1, Name = "branch7_3")] [InceptionConv(192, 3, 3, Stride = 2, Valid = true, Name = "branch7_4")] [Tag("branch7")]
[From("input")] [MaxPool(3, Stride = 2)] [Tag("pool")]
[From("branch3")] [Concat("branch7", "pool")]
public sealed class InceptionV3DAttribute : BlockAttribute;

namespace NetGen.Zoo;

/// <summary>
/// Inception-v4's block of the 17×17 stage: 1×1; a 7×7 convolution split into 1×7 and 7×1; two of these; average pool. (C, H, W) to
/// (1024, H, W). Szegedy et al. 2016, figure 5.
/// </summary>
[Tag("input")]
[InceptionConv(384, 1, 1, Name = "branch1")] [Tag("branch1")]
[From("input")] [InceptionConv(192, 1, 1, Name = "branch7_1")] [InceptionConv(224, 1, 7, Name = "branch7_2")]
[InceptionConv(256, 7, 1, Name = "branch7_3")] [Tag("branch7")]
[From("input")] [InceptionConv(192, 1, 1, Name = "double7_1")]
[InceptionConv(192, 7, 1, Name = "double7_2")] [InceptionConv(224, 1, 7, Name = "double7_3")]
[InceptionConv(224, 7, 1, Name = "double7_4")] [InceptionConv(256, 1, 7, Name = "double7_5")] [Tag("double7")]
[From("input")] [AvgPool(3, Stride = 1, Pad = 1, CountIncludePad = false)] [InceptionConv(128, 1, 1, Name = "branch_pool")] [Tag("branch_pool")]
[From("branch1")] [Concat("branch7", "double7", "branch_pool")]
public sealed class InceptionV4BAttribute : BlockAttribute;

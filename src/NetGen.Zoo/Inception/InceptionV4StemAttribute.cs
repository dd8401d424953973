namespace NetGen.Zoo;

/// <summary>
/// What Inception-v4 has before its blocks: three convolutions and three joins of two branches each (3a, 4a, 5a). (3, 299, 299) to
/// (384, 35, 35). Szegedy et al. 2016, figure 3.
/// </summary>
[InceptionConv(32, 3, 3, Stride = 2, Valid = true, Name = "conv1")]
[InceptionConv(32, 3, 3, Valid = true, Name = "conv2")]
[InceptionConv(64, 3, 3, Name = "conv3")] [Tag("3a")]
[InceptionConv(96, 3, 3, Stride = 2, Valid = true, Name = "mixed3a_conv")] [Tag("3a_conv")]
[From("3a")] [MaxPool(3, Stride = 2)] [Concat("3a_conv")] [Tag("4a")]
[InceptionConv(64, 1, 1, Name = "mixed4a_branch3_1")] [InceptionConv(96, 3, 3, Valid = true, Name = "mixed4a_branch3_2")] [Tag("4a_3")]
[From("4a")] [InceptionConv(64, 1, 1, Name = "mixed4a_branch7_1")] [InceptionConv(64, 1, 7, Name = "mixed4a_branch7_2")]
[InceptionConv(64, 7, 1, Name = "mixed4a_branch7_3")] [InceptionConv(96, 3, 3, Valid = true, Name = "mixed4a_branch7_4")] [Tag("4a_7")]
[From("4a_3")] [Concat("4a_7")] [Tag("5a")]
[MaxPool(3, Stride = 2)] [Tag("5a_pool")]
[From("5a")] [InceptionConv(192, 3, 3, Stride = 2, Valid = true, Name = "mixed5a_conv")] [Concat("5a_pool")]
public sealed class InceptionV4StemAttribute : BlockAttribute;

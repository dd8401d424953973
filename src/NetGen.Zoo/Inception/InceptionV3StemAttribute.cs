namespace NetGen.Zoo;

/// <summary>
/// What Inception-v3 has before its blocks: five convolutions and two max pools, without borders but for one. (3, 299, 299) to (192, 35, 35).
/// Szegedy et al. 2015, table 1.
/// </summary>
[InceptionConv(32, 3, 3, Stride = 2, Valid = true, Name = "conv1a")]
[InceptionConv(32, 3, 3, Valid = true, Name = "conv2a")]
[InceptionConv(64, 3, 3, Name = "conv2b")]
[MaxPool(3, Stride = 2)]
[InceptionConv(80, 1, 1, Name = "conv3b")]
[InceptionConv(192, 3, 3, Valid = true, Name = "conv4a")]
[MaxPool(3, Stride = 2)]
public sealed class InceptionV3StemAttribute : BlockAttribute;

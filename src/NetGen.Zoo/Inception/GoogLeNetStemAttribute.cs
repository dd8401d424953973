namespace NetGen.Zoo;

/// <summary>
/// What GoogLeNet has before its Inception blocks: three convolutions, two max pools and two local response norms (Szegedy et al. 2014, table 1;
/// the norms as figure 3 places them). (C, H, W) to (192, H / 8, W / 8), rounded up.
/// </summary>
[Conv(64, 7, Stride = 2, Pad = 3)] [ReLU]
[MaxPool(3, Stride = 2, CeilMode = true)] [LocalResponseNorm(5)]
[Conv(64, 1)] [ReLU]
[Conv(192, 3, Pad = 1)] [ReLU]
[LocalResponseNorm(5)] [MaxPool(3, Stride = 2, CeilMode = true)]
public sealed class GoogLeNetStemAttribute : BlockAttribute;

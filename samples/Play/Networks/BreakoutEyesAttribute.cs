using NetGen;

namespace Play;

/// <summary>What looks at a stack of 84×84 frames: the convolutions of Mnih et al. 2013, arXiv 1312.5602, section 4.1. Those of 2015 have three times the work.</summary>
[Conv(16, 8, Stride = 4)] [ReLU]
[Conv(32, 4, Stride = 2)] [ReLU]
[Flatten]
public sealed class BreakoutEyesAttribute : BlockAttribute;

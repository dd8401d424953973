using NetGen;

namespace Play;

/// <summary>What looks at a stack of small frames.</summary>
[Conv(16, 4, Stride = 2)] [ReLU]
[Conv(32, 3, Stride = 2)] [ReLU]
[Flatten]
public sealed class CatchEyesAttribute : BlockAttribute;

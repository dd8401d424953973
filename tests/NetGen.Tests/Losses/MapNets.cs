namespace NetGen.Tests.Losses;

/// <summary>An output of (5, 3, 7): neither channels nor positions make up whole vectors.</summary>
[Input(5, 3, 7)]
[Conv(5, 1)]
public sealed partial class SmallMapNet;

/// <summary>An output of (6, 20, 37): more positions than are worked on at a time.</summary>
[Input(6, 20, 37)]
[Conv(6, 1)]
public sealed partial class LargeMapNet;

/// <summary>Maps of two sizes, and at the end features alone.</summary>
[Input(2, 6, 6)]
[Conv(4, 3, Pad = 1)] [Tanh] [Output("first")]
[AvgPool(2)] [Conv(6, 3, Pad = 1)] [Tanh] [Output("second")]
[Flatten] [Dense(3)]
public sealed partial class MapsNet;

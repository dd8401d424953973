using NetGen;

namespace Generate;

/// <summary>Makes digits of 28×28 pixels.</summary>
[Input(100)] [Upward(1, 7, 128, 64)]
public sealed partial class DigitGenerator;

/// <summary>Tells real digits from generated ones.</summary>
[Input(1, 28, 28)] [Downward(64, 128)] [BinaryCrossEntropy]
public sealed partial class DigitDiscriminator;

/// <summary>Makes colour pictures of 32×32 pixels.</summary>
[Input(100)] [Upward(3, 4, 256, 128, 64)]
public sealed partial class ColourGenerator;

/// <summary>Tells real pictures from generated ones.</summary>
[Input(3, 32, 32)] [Downward(64, 128, 256)] [BinaryCrossEntropy]
public sealed partial class ColourDiscriminator;

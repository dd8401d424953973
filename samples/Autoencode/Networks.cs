using NetGen;

namespace Autoencode;

/// <summary>The encoder of codes of 2 values, which a plane shows all of.</summary>
[Input(28 * 28)] [Recognition(2)]
public sealed partial class PlaneEncoder;

/// <summary>Their decoder.</summary>
[Input(2)] [Generation] [BinaryCrossEntropy]
public sealed partial class PlaneDecoder;

/// <summary>The encoder of codes of 50 values.</summary>
[Input(28 * 28)] [Recognition(50)]
public sealed partial class Encoder;

/// <summary>Their decoder.</summary>
[Input(50)] [Generation] [BinaryCrossEntropy]
public sealed partial class Decoder;

namespace NetGen.Generators.IR;

/// <summary>An axis of a value.</summary>
/// <param name="Kind">What is counted along it.</param>
/// <param name="Size">How many there are.</param>
internal readonly record struct Axis(AxisKind Kind, int Size);

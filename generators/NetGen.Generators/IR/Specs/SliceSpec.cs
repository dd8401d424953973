namespace NetGen.Generators.IR;

/// <summary>A part along one axis.</summary>
/// <param name="Start">The first that is taken.</param>
/// <param name="Length">How many are taken.</param>
internal sealed record SliceSpec(int Start, int Length, SliceAxis Axis) : Spec;

namespace NetGen.Generators.IR;

/// <summary>Squares near zero, lines from Delta on.</summary>
internal sealed record HuberSpec(float Delta) : LossSpec;

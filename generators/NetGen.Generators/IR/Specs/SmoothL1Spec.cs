namespace NetGen.Generators.IR;

/// <summary>Squares near zero, lines of slope 1 from Beta on.</summary>
internal sealed record SmoothL1Spec(float Beta) : LossSpec;

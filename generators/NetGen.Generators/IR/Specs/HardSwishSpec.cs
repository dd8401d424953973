namespace NetGen.Generators.IR;

/// <summary>x · min(max(x + 3, 0), 6) / 6.</summary>
internal sealed record HardSwishSpec : Spec;

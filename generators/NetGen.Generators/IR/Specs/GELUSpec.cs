namespace NetGen.Generators.IR;

/// <summary>x · Φ(x).</summary>
internal sealed record GELUSpec : Spec;

namespace NetGen.Generators.IR;

/// <summary>x · sigmoid(x).</summary>
internal sealed record SiLUSpec : Spec;

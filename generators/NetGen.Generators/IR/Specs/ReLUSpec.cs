namespace NetGen.Generators.IR;

/// <summary>max(x, 0).</summary>
internal sealed record ReLUSpec : Spec;

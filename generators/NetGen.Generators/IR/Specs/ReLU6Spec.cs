namespace NetGen.Generators.IR;

/// <summary>min(max(x, 0), 6).</summary>
internal sealed record ReLU6Spec : Spec;

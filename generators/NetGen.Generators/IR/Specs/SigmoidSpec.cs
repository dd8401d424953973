namespace NetGen.Generators.IR;

/// <summary>1 / (1 + exp(−x)).</summary>
internal sealed record SigmoidSpec : Spec;

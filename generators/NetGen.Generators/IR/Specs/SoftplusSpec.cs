namespace NetGen.Generators.IR;

/// <summary>log(1 + exp(x)).</summary>
internal sealed record SoftplusSpec : Spec;

namespace NetGen.Generators.IR;

/// <summary>x above zero, Alpha · (exp(x) − 1) below.</summary>
internal sealed record ELUSpec(float Alpha) : Spec;

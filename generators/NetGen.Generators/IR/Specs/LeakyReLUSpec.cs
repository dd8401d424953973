namespace NetGen.Generators.IR;

/// <summary>x above zero, Slope · x below.</summary>
internal sealed record LeakyReLUSpec(float Slope) : Spec;

namespace NetGen.Generators.IR;

/// <summary>Normalisation of each channel over the batch.</summary>
internal sealed record BatchNormSpec(float Momentum, float Epsilon) : Spec;

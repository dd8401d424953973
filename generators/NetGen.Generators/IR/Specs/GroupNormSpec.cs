namespace NetGen.Generators.IR;

/// <summary>Normalisation of groups of channels over an image.</summary>
internal sealed record GroupNormSpec(int Groups, float Epsilon) : Spec;

namespace NetGen.Generators.IR;

/// <summary>Normalisation of a whole image.</summary>
internal sealed record LayerNormSpec(float Epsilon) : Spec;

namespace NetGen.Generators.IR;

/// <summary>Normalisation of each channel over an image.</summary>
internal sealed record InstanceNormSpec(bool Affine, float Epsilon) : Spec;

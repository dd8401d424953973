namespace NetGen.Generators.IR;

/// <summary>x / (K + Alpha / Size · Σ x²)^Beta over neighbouring channels.</summary>
internal sealed record LocalResponseNormSpec(int Size, float Alpha, float Beta, float K) : Spec;

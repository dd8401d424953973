namespace NetGen.Generators.IR;

/// <summary>A dense layer.</summary>
internal sealed record DenseSpec(int Units, bool Bias) : Spec;

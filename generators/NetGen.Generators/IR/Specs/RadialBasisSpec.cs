namespace NetGen.Generators.IR;

/// <summary>Squared distances from centres.</summary>
/// <param name="Trainable">Whether training moves the centres.</param>
internal sealed record RadialBasisSpec(int Units, bool Trainable) : Spec;

namespace NetGen.Generators.IR;

/// <summary>Adds a border of zeros.</summary>
internal sealed record ZeroPadSpec(int Pixels) : BorderSpec(Pixels);

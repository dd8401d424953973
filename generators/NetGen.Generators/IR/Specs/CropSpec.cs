namespace NetGen.Generators.IR;

/// <summary>Takes a border off.</summary>
internal sealed record CropSpec(int Pixels) : BorderSpec(Pixels);

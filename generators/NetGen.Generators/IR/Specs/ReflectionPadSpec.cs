namespace NetGen.Generators.IR;

/// <summary>Adds a border that mirrors the image at its edges.</summary>
internal sealed record ReflectionPadSpec(int Pixels) : BorderSpec(Pixels);

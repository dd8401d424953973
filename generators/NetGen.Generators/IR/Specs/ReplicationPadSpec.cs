namespace NetGen.Generators.IR;

/// <summary>Adds a border that repeats the image's edges.</summary>
internal sealed record ReplicationPadSpec(int Pixels) : BorderSpec(Pixels);

namespace NetGen;

/// <summary>A detection that counts, and whether it is right.</summary>
internal readonly record struct CocoVerdict(float Score, bool IsRight);

namespace NetGen.Images;

/// <summary>A file that was left out.</summary>
/// <param name="Path">The file.</param>
/// <param name="Reason">What is wrong with it; the path stands in front.</param>
public sealed record SkippedFile(string Path, string Reason);

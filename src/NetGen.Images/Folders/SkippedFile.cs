namespace NetGen.Images;

/// <summary>A file that was left out.</summary>
/// <param name="Path">The file.</param>
/// <param name="Reason">What is wrong with it; the path stands in front.</param>
/// <param name="IsOtherSize">Whether it is a good picture of another size, where <see cref="Fit.Refuse"/> is asked for.</param>
public sealed record SkippedFile(string Path, string Reason, bool IsOtherSize);

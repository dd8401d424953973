namespace NetGen;

/// <summary>How far a download is.</summary>
/// <param name="FileName">The file.</param>
/// <param name="Bytes">What is there, with what an earlier try left.</param>
/// <param name="Total">What it will be in all, where known.</param>
public readonly record struct DownloadProgress(string FileName, long Bytes, long? Total);

namespace NetGen.Images;

/// <summary>How far the loading of a folder is.</summary>
/// <param name="Read">Files read so far, bad ones among them.</param>
/// <param name="Total">Files there are.</param>
public readonly record struct ImageFolderProgress(int Read, int Total);

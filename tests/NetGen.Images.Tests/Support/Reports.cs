namespace NetGen.Images.Tests.Support;

/// <summary>Keeps what it is told, at once.</summary>
internal sealed class Reports : List<ImageFolderProgress>, IProgress<ImageFolderProgress>
{
    public void Report(ImageFolderProgress value) => Add(value);
}

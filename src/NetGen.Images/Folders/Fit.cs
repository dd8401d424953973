namespace NetGen.Images;

/// <summary>How a picture comes to the size that a data set's pictures have.</summary>
public enum Fit
{
    /// <summary>Resized to height and width, whatever that does to its proportions.</summary>
    Stretch,

    /// <summary>Resized with its proportions until it just covers height and width (or its shorter side is <see cref="ImageFolderOptions.ShorterSide"/>), then the middle cut out.</summary>
    CenterCrop,

    /// <summary>Has that size already; another size is an error that names the file and both sizes.</summary>
    Refuse,
}

namespace NetGen;

/// <summary>The axis that a part is taken along.</summary>
public enum SliceAxis
{
    /// <summary>The channels of an image, the features of a vector, or the features of each step of a sequence.</summary>
    Channels,

    /// <summary>An image's rows.</summary>
    Height,

    /// <summary>An image's columns.</summary>
    Width,

    /// <summary>A sequence's steps.</summary>
    Steps,
}

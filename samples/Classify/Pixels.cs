using NetGen.Images;

namespace Classify;

/// <summary>How pictures become the network's inputs, in training and in predicting.</summary>
internal static class Pixels
{
    /// <summary>Pictures of the network's size as they are.</summary>
    public static ImageFolderOptions Exact { get; } = new()
    {
        Shape = Classifier.Info.InputShape,
        Fit = Fit.Refuse,
        Mean = Classifier.Mean,
        Deviation = Classifier.Deviation,
    };

    /// <summary>Pictures of any size: resized with their proportions until they just cover the network's size, then the middle cut out. One of that size stays as it is.</summary>
    public static ImageFolderOptions Resized { get; } = Exact with { Fit = Fit.CenterCrop };
}

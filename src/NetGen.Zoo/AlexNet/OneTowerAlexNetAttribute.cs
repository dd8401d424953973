namespace NetGen.Zoo;

/// <summary>
/// AlexNet in one tower, without groups and without local response normalization. (3, 224, 224) to (<c>classes</c>). Krizhevsky 2014, "One weird trick for
/// parallelizing convolutional neural networks", section 5, with the filters and the places of the dropouts as torchvision has them.
/// </summary>
/// <param name="classes">The outputs.</param>
/// <param name="width">The filters of the first convolution; the others have 3, 6, 4 and 4 times as many.</param>
/// <param name="units">The units of the first two dense layers.</param>
[Layers("""
    [Conv(width, 11, Stride = 4, Pad = 2)] [ReLU] [MaxPool(3, Stride = 2)]
    [Conv(width * 3, 5, Pad = 2)] [ReLU] [MaxPool(3, Stride = 2)]
    [Conv(width * 6, 3, Pad = 1)] [ReLU]
    [Conv(width * 4, 3, Pad = 1)] [ReLU]
    [Conv(width * 4, 3, Pad = 1)] [ReLU] [MaxPool(3, Stride = 2)]
    [AdaptiveAvgPool(6, 6)] // changes nothing at 224×224
    [Flatten]
    [Dropout(0.5f)] [Dense(units)] [ReLU]
    [Dropout(0.5f)] [Dense(units)] [ReLU]
    [Dense(classes)]
    """)]
public sealed class OneTowerAlexNetAttribute(int classes = 1000, int width = 64, int units = 4096) : BlockAttribute
{
    /// <summary>The outputs.</summary>
    public int Classes { get; } = classes;

    /// <summary>The filters of the first convolution.</summary>
    public int Width { get; } = width;

    /// <summary>The units of the first two dense layers.</summary>
    public int Units { get; } = units;
}

using NetGen;

namespace Detection;

/// <summary>Convolutions that leave a map of an eighth of the picture's sides.</summary>
/// <param name="width">The channels at half the sides; twice and four times as many follow.</param>
[Layers("""
    [Conv(width, 3, Stride = 2, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
    [Conv(width, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU] [MaxPool(2)]
    [Conv(2 * width, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
    [Conv(2 * width, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU] [MaxPool(2)]
    [Conv(4 * width, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
    [Conv(4 * width, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
    [Conv(4 * width, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
    """)]
public sealed class BackboneAttribute(int width) : BlockAttribute
{
    /// <summary>The channels at half the sides.</summary>
    public int Width { get; } = width;
}

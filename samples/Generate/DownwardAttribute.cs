using NetGen;

namespace Generate;

/// <summary>A discriminator (Radford, Metz and Chintala 2015, section 3): each convolution halves the map, and one value says whether the image is real, as a logit. The first convolution has no norm.</summary>
/// <param name="widths">Channels of the maps.</param>
[Layers("""
    [Conv(widths[0], 4, Stride = 2, Pad = 1)] [LeakyReLU(0.2f)]
    for (int i = 1; i < widths.Length; i++)
    {
        [Conv(widths[i], 4, Stride = 2, Pad = 1, Bias = false)] [BatchNorm] [LeakyReLU(0.2f)]
    }
    [Flatten]
    [Dense(1)]
    """)]
public sealed class DownwardAttribute(params int[] widths) : BlockAttribute
{
    /// <summary>Channels of the maps.</summary>
    public IReadOnlyList<int> Widths { get; } = widths;
}

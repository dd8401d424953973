using NetGen;

namespace Generate;

/// <summary>
/// A discriminator (Radford, Metz and Chintala 2015, section 3): each convolution halves the map, and one value says whether the image is real, as a logit. The first convolution has no norm. A dense layer in between
/// sees the whole map, so that a digit of parts of two is found out (after Chen et al. 2016, arXiv 1606.03657, appendix C.1, where it has 1,024 values).
/// </summary>
/// <param name="widths">Channels of the maps.</param>
[Layers("""
    [Conv(widths[0], 4, Stride = 2, Pad = 1)] [LeakyReLU(0.2f)]
    for (int i = 1; i < widths.Length; i++)
    {
        [Conv(widths[i], 4, Stride = 2, Pad = 1, Bias = false)] [BatchNorm] [LeakyReLU(0.2f)]
    }
    [Flatten]
    [Dense(256, Bias = false)] [BatchNorm] [LeakyReLU(0.2f)]
    [Dense(1)]
    """)]
public sealed class DownwardAttribute(params int[] widths) : BlockAttribute
{
    /// <summary>Channels of the maps.</summary>
    public IReadOnlyList<int> Widths { get; } = widths;
}

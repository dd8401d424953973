using NetGen;

namespace Generate;

/// <summary>A generator (Radford, Metz and Chintala 2015, arXiv 1511.06434, section 3): random numbers become, through a dense layer like the discriminator's, a small map, and each transposed convolution doubles it; the pixels are from -1 to 1.</summary>
/// <param name="channels">Channels of the image.</param>
/// <param name="side">Height and width of the first map.</param>
/// <param name="widths">Channels of the maps before the image.</param>
[Layers("""
    [Dense(256, Bias = false)] [BatchNorm] [ReLU]
    [Dense(widths[0] * side * side, Bias = false)]
    [Reshape(widths[0], side, side)] [BatchNorm] [ReLU]
    for (int i = 1; i < widths.Length; i++)
    {
        [ConvTranspose(widths[i], 4, Stride = 2, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
    }
    [ConvTranspose(channels, 4, Stride = 2, Pad = 1)] [Tanh]
    """)]
public sealed class UpwardAttribute(int channels, int side, params int[] widths) : BlockAttribute
{
    /// <summary>Channels of the image.</summary>
    public int Channels { get; } = channels;

    /// <summary>Height and width of the first map.</summary>
    public int Side { get; } = side;

    /// <summary>Channels of the maps before the image.</summary>
    public IReadOnlyList<int> Widths { get; } = widths;
}

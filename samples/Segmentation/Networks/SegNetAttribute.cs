using NetGen;

namespace Segmentation;

/// <summary>
/// Badrinarayanan, Kendall and Cipolla 2017, "SegNet: A Deep Convolutional Encoder-Decoder Architecture for Image Segmentation", section 3, with two convolutions a stage: each pool of the
/// encoder has its counterpart in the decoder, which puts values back to the places where the pool found them.
/// </summary>
/// <param name="classes">The classes of a pixel.</param>
/// <param name="widths">The channels of the encoder's stages.</param>
[Layers("""
    for (int i = 0; i < widths.Length; i++)
    {
        [ConvUnit(widths[i])] [ConvUnit(widths[i])]
        [MaxPool(2)] [Tag("pool" + i)]
    }
    for (int i = widths.Length - 1; i >= 0; i--)
    {
        [MaxUnpool("pool" + i)]
        [ConvUnit(widths[i])]
        if (i > 0) { [ConvUnit(widths[i - 1])] }
    }
    [Conv(classes, 3, Pad = 1)]
    """)]
public sealed class SegNetAttribute(int classes, params int[] widths) : BlockAttribute
{
    /// <summary>The classes of a pixel.</summary>
    public int Classes { get; } = classes;

    /// <summary>The channels of the encoder's stages.</summary>
    public int[] Widths { get; } = widths;
}

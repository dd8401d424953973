using NetGen;

namespace Segmentation;

/// <summary>
/// Long, Shelhamer and Darrell 2015, "Fully Convolutional Networks for Semantic Segmentation", figure 3: scores after the third, fourth and fifth pool, enlarged by transposed convolutions that
/// begin as bilinear interpolation, and added. The convolutions are two a stage, with batch norm, since this one is trained from nothing.
/// </summary>
/// <remarks>The last enlargement is by 8 and each class by itself; as in the paper's code it stays bilinear.</remarks>
/// <param name="classes">The classes of a pixel.</param>
/// <param name="widths">The channels of the five stages, and of the layers behind them.</param>
[Layers("""
    for (int i = 0; i < 5; i++)
    {
        [ConvUnit(widths[i])] [ConvUnit(widths[i])]
        [MaxPool(2)] [Tag("pool" + (i + 1))]
    }
    [ConvUnit(widths[5])] [Dropout(0.5f)] [Conv(widths[5], 1, Bias = false)] [BatchNorm] [ReLU] [Dropout(0.5f)]
    [Conv(classes, 1)] [ConvTranspose(classes, 4, Stride = 2, Pad = 1, Bias = false)] [Tag("score5")]
    [From("pool4")] [Conv(classes, 1)] [Add("score5")]
    [ConvTranspose(classes, 4, Stride = 2, Pad = 1, Bias = false)] [Tag("score4")]
    [From("pool3")] [Conv(classes, 1)] [Add("score4")]
    [ConvTranspose(classes, 16, Stride = 8, Pad = 4, Groups = classes, Bias = false)]
    """)]
public sealed class Fcn8sAttribute(int classes, params int[] widths) : BlockAttribute
{
    /// <summary>The classes of a pixel.</summary>
    public int Classes { get; } = classes;

    /// <summary>The channels of the five stages, and of the layers behind them.</summary>
    public int[] Widths { get; } = widths;
}

using NetGen;

namespace Style;

/// <summary>
/// Repaints a picture of any size in one pass (Johnson, Alahi and Fei-Fei 2016, "Perceptual Losses for Real-Time Style Transfer and Super-Resolution", arXiv 1603.08155, and its supplement): two convolutions
/// that halve the picture, residual blocks, and the way back. Borders mirror the picture, and pixels are doubled before a convolution where the paper has transposed ones, which leave checkerboards (Odena, Dumoulin
/// and Olah 2016). Unlike the paper's, the last convolution begins as 0 and changes the picture that came in: the painter begins with all of the content, and learns the style alone. Pictures are normalized as a
/// batch: by themselves (Ulyanov, Vedaldi and Lempitsky 2016, arXiv 1607.08022) the style comes sooner, but what is as dark as nothing else in a picture is torn into white blots.
/// </summary>
/// <param name="width">Channels of the first map; the halves have two and four times as many.</param>
/// <param name="blocks">Residual blocks.</param>
[Layers("""
    [Tag("picture")]
    [ReflectionPad(4)] [Conv(width, 9, Bias = false)] [BatchNorm] [ReLU]
    [ReflectionPad(1)] [Conv(2 * width, 3, Stride = 2, Bias = false)] [BatchNorm] [ReLU]
    [ReflectionPad(1)] [Conv(4 * width, 3, Stride = 2, Bias = false)] [BatchNorm] [ReLU]
    for (int i = 1; i <= blocks; i++)
    {
        [Tag("before" + i)]
        [ReflectionPad(1)] [Conv(4 * width, 3, Bias = false)] [BatchNorm] [ReLU]
        [ReflectionPad(1)] [Conv(4 * width, 3, Bias = false)] [BatchNorm]
        [Add("before" + i)]
    }
    [Upsample(2)] [ReflectionPad(1)] [Conv(2 * width, 3, Bias = false)] [BatchNorm] [ReLU]
    [Upsample(2)] [ReflectionPad(1)] [Conv(width, 3, Bias = false)] [BatchNorm] [ReLU]
    [ReflectionPad(4)] [Conv(3, 9, Init = Init.Zeros)] [Tanh] [Add("picture")]
    """)]
public sealed class PainterAttribute(int width, int blocks) : BlockAttribute
{
    /// <summary>Channels of the first map.</summary>
    public int Width { get; } = width;

    /// <summary>Residual blocks.</summary>
    public int Blocks { get; } = blocks;
}

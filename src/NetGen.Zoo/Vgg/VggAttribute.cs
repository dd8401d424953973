namespace NetGen.Zoo;

/// <summary>
/// VGG: five stages of 3×3 convolutions and three dense layers. (3, 224, 224) to (<c>classes</c>); other images of at least 32×32 do as well,
/// with a first dense layer to match. Simonyan, Zisserman 2014, "Very Deep Convolutional Networks for Large-Scale Image Recognition", table 1.
/// </summary>
/// <remarks>
/// The paper's configurations are A: depth 11; A-LRN: depth 11 with <see cref="LocalResponseNorm"/>; B: depth 13; C: depth 16 with
/// <see cref="LastIs1x1"/>; D: depth 16; E: depth 19. It has no batch norm, which came a year later; torchvision has both forms.
/// </remarks>
/// <param name="depth">The layers with weights: 11, 13, 16 or 19.</param>
/// <param name="classes">The outputs.</param>
/// <param name="width">The filters of the first stage; the others have two, four, eight and eight times as many.</param>
/// <param name="units">The units of the first two dense layers.</param>
[Layers("""
    if (depth != 11 && depth != 13 && depth != 16 && depth != 19)
    {
        throw "depth must be 11, 13, 16 or 19, but is " + depth;
    }
    [VggStage(width, depth == 11 ? 1 : 2, BatchNorm = BatchNorm, LocalResponseNorm = LocalResponseNorm)]
    [VggStage(width * 2, depth == 11 ? 1 : 2, BatchNorm = BatchNorm)]
    [VggStage(width * 4, depth == 16 ? 3 : depth == 19 ? 4 : 2, BatchNorm = BatchNorm, LastIs1x1 = LastIs1x1)]
    [VggStage(width * 8, depth == 16 ? 3 : depth == 19 ? 4 : 2, BatchNorm = BatchNorm, LastIs1x1 = LastIs1x1, Repeat = 2)]
    [DenseHead(classes, units)]
    """)]
public sealed class VggAttribute(int depth, int classes = 1000, int width = 64, int units = 4096) : BlockAttribute
{
    /// <summary>The layers with weights.</summary>
    public int Depth { get; } = depth;

    /// <summary>The outputs.</summary>
    public int Classes { get; } = classes;

    /// <summary>The filters of the first stage.</summary>
    public int Width { get; } = width;

    /// <summary>The units of the first two dense layers.</summary>
    public int Units { get; } = units;

    /// <summary>Whether a batch norm follows each convolution.</summary>
    public bool BatchNorm { get; set; }

    /// <summary>
    /// Whether AlexNet's local response normalization ends the convolutions of the first stage (configuration A-LRN). The paper's α = 10⁻⁴ weighs the sum of
    /// the squares; <see cref="LocalResponseNormAttribute"/> divides by the size, 5, so α is 5·10⁻⁴ here.
    /// </summary>
    public bool LocalResponseNorm { get; set; }

    /// <summary>Whether the last convolution of each of the last three stages is 1×1 (configuration C).</summary>
    public bool LastIs1x1 { get; set; }
}

namespace NetGen.Zoo;

/// <summary>
/// AlexNet as published: five convolutions, the second, fourth and fifth in two groups (the paper's two GPUs), local response
/// normalization after the ReLU of the first two, overlapping max pools, and three dense layers with dropout. (3, 227, 227) to
/// (<c>classes</c>). Krizhevsky, Sutskever, Hinton 2012, "ImageNet Classification with Deep Convolutional Neural Networks", section 3.5 and figure 2.
/// </summary>
/// <remarks>
/// The paper's images are 224×224, which its own sizes (55×55 after the first convolution) do not follow from: they need 227×227 without
/// a border, as here, or 224×224 with an uneven one. The paper's α = 10⁻⁴ weighs the sum of the squares;
/// <see cref="LocalResponseNormAttribute"/> divides by the size, 5, so α is 5·10⁻⁴ here.
/// </remarks>
/// <param name="classes">The outputs.</param>
/// <param name="width">The filters of the first convolution, a multiple of 6; the others have 8/3, 4, 4 and 8/3 times as many.</param>
/// <param name="units">The units of the first two dense layers.</param>
[Layers("""
    if (width < 1 || width % 6 != 0)
    {
        throw "width must be a multiple of 6, but is " + width;
    }
    [Conv(width, 11, Stride = 4)] [ReLU] [LocalResponseNorm(5, Alpha = 5e-4f, Beta = 0.75f, K = 2)] [MaxPool(3, Stride = 2)]
    [Conv(width * 8 / 3, 5, Pad = 2, Groups = 2)] [ReLU] [LocalResponseNorm(5, Alpha = 5e-4f, Beta = 0.75f, K = 2)] [MaxPool(3, Stride = 2)]
    [Conv(width * 4, 3, Pad = 1)] [ReLU]
    [Conv(width * 4, 3, Pad = 1, Groups = 2)] [ReLU]
    [Conv(width * 8 / 3, 3, Pad = 1, Groups = 2)] [ReLU] [MaxPool(3, Stride = 2)]
    [DenseHead(classes, units)]
    """)]
public sealed class AlexNetAttribute(int classes = 1000, int width = 96, int units = 4096) : BlockAttribute
{
    /// <summary>The outputs.</summary>
    public int Classes { get; } = classes;

    /// <summary>The filters of the first convolution.</summary>
    public int Width { get; } = width;

    /// <summary>The units of the first two dense layers.</summary>
    public int Units { get; } = units;
}

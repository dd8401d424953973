namespace NetGen.Zoo;

/// <summary>
/// Network In Network: three convolutions that each end in a small dense network of 1×1 convolutions, overlapping pools with dropout
/// between them, and the mean of each class's map instead of dense layers. (C, H, W) to (<c>classes</c>). Lin, Chen, Yan 2013, "Network In
/// Network", section 4 and figure 2, with the sizes of the published model for CIFAR-10.
/// </summary>
/// <remarks>
/// As in the published model, a ReLU follows even the last convolution, so that the outputs are not negative, the pools round
/// their size up (32, 16, 8), and the second pool takes means.
/// </remarks>
/// <param name="classes">The outputs.</param>
/// <param name="width">The filters of most convolutions, a multiple of 6; the first two of 1×1 have 5/6 and 1/2 as many.</param>
[Layers("""
    if (width < 1 || width % 6 != 0)
    {
        throw "width must be a multiple of 6, but is " + width;
    }
    [MlpConv(width, 5, width * 5 / 6, width / 2)] [MaxPool(3, Stride = 2, CeilMode = true)] [Dropout(0.5f)]
    [MlpConv(width, 5, width, width)] [AvgPool(3, Stride = 2, CeilMode = true)] [Dropout(0.5f)]
    [MlpConv(width, 3, width, classes)]
    [GlobalAvgPool]
    """)]
public sealed class NinAttribute(int classes = 10, int width = 192) : BlockAttribute
{
    /// <summary>The outputs.</summary>
    public int Classes { get; } = classes;

    /// <summary>The filters of most convolutions.</summary>
    public int Width { get; } = width;
}

namespace NetGen.Zoo;

/// <summary>
/// A stage of VGG: 3×3 convolutions of one width and a max pool. (C, H, W) to (filters, H / 2, W / 2), rounded down. Simonyan, Zisserman
/// 2014, "Very Deep Convolutional Networks for Large-Scale Image Recognition", table 1.
/// </summary>
/// <param name="filters">The output channels.</param>
/// <param name="convolutions">How many convolutions.</param>
[Layers("""
    if (convolutions > 1 || !LastIs1x1)
    {
        [VggUnit(filters, BatchNorm = BatchNorm, Repeat = LastIs1x1 ? convolutions - 1 : convolutions)]
    }
    if (LastIs1x1)
    {
        [VggUnit(filters, Kernel = 1, BatchNorm = BatchNorm)]
    }
    if (LocalResponseNorm)
    {
        [LocalResponseNorm(5, Alpha = 5e-4f, Beta = 0.75f, K = 2)]
    }
    [MaxPool(2)]
    """)]
public sealed class VggStageAttribute(int filters, int convolutions) : BlockAttribute
{
    /// <summary>The output channels.</summary>
    public int Filters { get; } = filters;

    /// <summary>How many convolutions.</summary>
    public int Convolutions { get; } = convolutions;

    /// <summary>Whether the last convolution is 1×1.</summary>
    public bool LastIs1x1 { get; set; }

    /// <summary>Whether a batch norm follows each convolution.</summary>
    public bool BatchNorm { get; set; }

    /// <summary>Whether AlexNet's local response normalization comes before the pool.</summary>
    public bool LocalResponseNorm { get; set; }
}

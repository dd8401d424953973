namespace NetGen.Zoo;

/// <summary>
/// A convolution that keeps the image's size, and two 1×1 convolutions, which are a small dense network sliding over the image; ReLU
/// after each. (C, H, W) to (<c>outputs</c>, H, W). Lin, Chen, Yan 2013, "Network In Network", section 3.1.
/// </summary>
/// <param name="filters">The filters of the first convolution.</param>
/// <param name="kernel">Its rows and columns; uneven.</param>
/// <param name="hidden">The filters of the first 1×1 convolution.</param>
/// <param name="outputs">The filters of the second.</param>
[Layers("""
    if (kernel % 2 == 0)
    {
        throw "kernel must be uneven, but is " + kernel;
    }
    [Conv(filters, kernel, Pad = kernel / 2)] [ReLU]
    [Conv(hidden, 1)] [ReLU]
    [Conv(outputs, 1)] [ReLU]
    """)]
public sealed class MlpConvAttribute(int filters, int kernel, int hidden, int outputs) : BlockAttribute
{
    /// <summary>The filters of the first convolution.</summary>
    public int Filters { get; } = filters;

    /// <summary>The rows and columns of the first convolution.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>The filters of the first 1×1 convolution.</summary>
    public int Hidden { get; } = hidden;

    /// <summary>The filters of the second 1×1 convolution.</summary>
    public int Outputs { get; } = outputs;
}

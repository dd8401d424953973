using System.ComponentModel;

namespace NetGen.Zoo;

/// <summary>
/// The unit of the later Inception networks: a convolution without bias, batch norm with an epsilon of 0.001, ReLU. It keeps height
/// and width, unless it is <see cref="Valid"/> or has a stride. (C, H, W) to (filters, H', W').
/// </summary>
/// <param name="filters">The output channels.</param>
/// <param name="kernelH">The kernel's rows.</param>
/// <param name="kernelW">The kernel's columns.</param>
[Layers("""
    [Conv(filters, kernelH, kernelW, Stride = Stride, PadH = Valid ? 0 : kernelH / 2, PadW = Valid ? 0 : kernelW / 2, Bias = false, Name = "conv")]
    [BatchNorm(Epsilon = 0.001f, Name = "norm")] [ReLU]
    """)]
public sealed class InceptionConvAttribute(int filters, int kernelH, int kernelW) : BlockAttribute
{
    /// <summary>The output channels.</summary>
    public int Filters { get; } = filters;

    /// <summary>The kernel's rows.</summary>
    public int KernelH { get; } = kernelH;

    /// <summary>The kernel's columns.</summary>
    public int KernelW { get; } = kernelW;

    /// <summary>The stride.</summary>
    [DefaultValue(1)]
    public int Stride { get; set; } = 1;

    /// <summary>Whether there is no border, so that the image shrinks by the kernel.</summary>
    public bool Valid { get; set; }
}

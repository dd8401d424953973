namespace NetGen;

/// <summary>
/// A convolution: (C, H, W) to (filters, H', W') with H' = (H + 2·pad − dilation·(kernel − 1) − 1) / stride + 1, rounded down.
/// PyTorch's <c>Conv2d</c>; the weight is (filters, C / groups, kernelH, kernelW).
/// </summary>
public sealed class ConvAttribute : ConvolutionAttribute
{
    /// <summary>Declares a convolution with a square kernel.</summary>
    /// <param name="filters">The output channels.</param>
    /// <param name="kernel">The kernel's rows and columns.</param>
    public ConvAttribute(int filters, int kernel)
        : this(filters, kernel, kernel)
    {
    }

    /// <summary>Declares a convolution.</summary>
    /// <param name="filters">The output channels.</param>
    /// <param name="kernelH">The kernel's rows.</param>
    /// <param name="kernelW">The kernel's columns.</param>
    public ConvAttribute(int filters, int kernelH, int kernelW)
        : base(kernelH, kernelW) => Filters = filters;

    /// <summary>The output channels.</summary>
    public int Filters { get; }

    /// <summary>The groups that channels and filters are split into; a filter reads its own group's channels alone.</summary>
    public int Groups { get; set; } = 1;
}

namespace NetGen;

/// <summary>
/// A convolution: (C, H, W) to (filters, H', W') with H' = (H + 2·pad − dilation·(kernel − 1) − 1) / stride + 1, rounded down.
/// PyTorch's <c>Conv2d</c>; the weight is (filters, C / groups, kernelH, kernelW).
/// </summary>
public sealed class ConvAttribute : ConvolutionAttribute
{
    /// <summary>Declares a convolution with a square kernel.</summary>
    /// <param name="filters">The output channels. From 1 to 16,777,216.</param>
    /// <param name="kernel">The kernel's rows and columns. From 1 to 32,767.</param>
    public ConvAttribute(int filters, int kernel)
        : this(filters, kernel, kernel)
    {
    }

    /// <summary>Declares a convolution.</summary>
    /// <param name="filters">The output channels. From 1 to 16,777,216.</param>
    /// <param name="kernelH">The kernel's rows. From 1 to 32,767.</param>
    /// <param name="kernelW">The kernel's columns. From 1 to 32,767.</param>
    public ConvAttribute(int filters, int kernelH, int kernelW)
        : base(kernelH, kernelW) => Filters = filters;

    /// <summary>The output channels. From 1 to 16,777,216.</summary>
    public int Filters { get; }

    /// <summary>The groups that channels and filters are split into; a filter reads its own group's channels alone. From 1 to 16,777,216.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>How it is computed; the generator chooses unless set.</summary>
    public ConvAlgorithm Algorithm { get; set; }

    /// <summary>
    /// Which input channels each filter reads, all of them unless set: the channels of a filter separated by commas, filters by
    /// semicolons, all counted from 0. <c>"0,1,2; 1,2,3; 0,3"</c> is three filters, of which the last reads the channels 0 and 3.
    /// </summary>
    /// <remarks>
    /// The connection table of LeCun et al. 1998, "Gradient-Based Learning Applied to Document Recognition", section II.B, table I. The
    /// weight keeps its shape; where a filter is not connected, it starts at zero, its gradient is exactly zero, and what is written
    /// there has no effect. A weight file that holds another number than zero there is refused. Parameters and MACs count connections
    /// alone, though the kernel multiplies by the zeros; weights start by the connections that a filter has on average. Not together
    /// with <see cref="Groups"/>.
    /// </remarks>
    public string? Connections { get; set; }
}

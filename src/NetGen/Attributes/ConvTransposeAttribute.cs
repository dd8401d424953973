namespace NetGen;

/// <summary>
/// A transposed convolution: (C, H, W) to (filters, H', W') with H' = (H − 1)·stride − 2·pad + dilation·(kernel − 1) + 1 + outputPad.
/// PyTorch's <c>ConvTranspose2d</c>; the weight is (C, filters / groups, kernelH, kernelW).
/// </summary>
public sealed class ConvTransposeAttribute : ConvolutionAttribute
{
    /// <summary>Declares a transposed convolution with a square kernel.</summary>
    /// <param name="filters">The output channels. From 1 to 16,777,216.</param>
    /// <param name="kernel">The kernel's rows and columns. From 1 to 32,767.</param>
    public ConvTransposeAttribute(int filters, int kernel)
        : this(filters, kernel, kernel)
    {
    }

    /// <summary>Declares a transposed convolution.</summary>
    /// <param name="filters">The output channels. From 1 to 16,777,216.</param>
    /// <param name="kernelH">The kernel's rows. From 1 to 32,767.</param>
    /// <param name="kernelW">The kernel's columns. From 1 to 32,767.</param>
    public ConvTransposeAttribute(int filters, int kernelH, int kernelW)
        : base(kernelH, kernelW) => Filters = filters;

    /// <summary>The output channels. From 1 to 16,777,216.</summary>
    public int Filters { get; }

    /// <summary>
    /// Rows added below and columns added at the right of the output. A convolution with a stride rounds down, so several sizes lead
    /// to the same one; this chooses among them. From 0 to the stride or the dilation less 1, whichever is larger.
    /// </summary>
    public int OutputPad { get; set; }

    /// <summary>The groups that channels and filters are split into; a filter reads its own group's channels alone. From 1 to 16,777,216.</summary>
    public int Groups { get; set; } = 1;
}

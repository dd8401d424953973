namespace NetGen;

/// <summary>
/// The mean of every window: (C, H, W) to (C, H', W') with H' = (H + 2·pad − kernel) / stride + 1, rounded down.
/// PyTorch's <c>AvgPool2d</c>.
/// </summary>
public sealed class AvgPoolAttribute : WindowAttribute
{
    /// <summary>Declares a pool with a square window; the stride is the window's size unless it is set.</summary>
    /// <param name="kernel">The window's rows and columns. From 1 to 32,767.</param>
    public AvgPoolAttribute(int kernel)
        : this(kernel, kernel)
    {
    }

    /// <summary>Declares a pool; the stride is the window's size unless it is set.</summary>
    /// <param name="kernelH">The window's rows. From 1 to 32,767.</param>
    /// <param name="kernelW">The window's columns. From 1 to 32,767.</param>
    public AvgPoolAttribute(int kernelH, int kernelW)
        : base(kernelH, kernelW, kernelH, kernelW)
    {
    }

    /// <summary>Whether a last window that reaches past the border still counts, so that the output's size is rounded up.</summary>
    public bool CeilMode { get; set; }

    /// <summary>Whether the border's zeros count when the mean is taken.</summary>
    public bool CountIncludePad { get; set; } = true;
}

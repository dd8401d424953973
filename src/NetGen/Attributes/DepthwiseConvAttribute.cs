namespace NetGen;

/// <summary>
/// A convolution of every channel by itself: (C, H, W) to (C · multiplier, H', W'), sizes as in <see cref="ConvAttribute"/>.
/// PyTorch's <c>Conv2d</c> with as many groups as channels; the weight is (C · multiplier, 1, kernelH, kernelW).
/// </summary>
public sealed class DepthwiseConvAttribute : ConvolutionAttribute
{
    /// <summary>Declares a depthwise convolution with a square kernel.</summary>
    /// <param name="kernel">The kernel's rows and columns. From 1 to 32,767.</param>
    public DepthwiseConvAttribute(int kernel)
        : this(kernel, kernel)
    {
    }

    /// <summary>Declares a depthwise convolution.</summary>
    /// <param name="kernelH">The kernel's rows. From 1 to 32,767.</param>
    /// <param name="kernelW">The kernel's columns. From 1 to 32,767.</param>
    public DepthwiseConvAttribute(int kernelH, int kernelW)
        : base(kernelH, kernelW)
    {
    }

    /// <summary>The output channels that each input channel makes. From 1 to 16,777,216.</summary>
    public int Multiplier { get; set; } = 1;
}

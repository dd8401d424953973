using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// A depthwise convolution by a kernel too large to be written out tap by tap, or with strides that leave too many kinds of pixels: loops over the taps,
/// some output pixels beside each other at a time.
/// </summary>
/// <param name="X">What is read; its border of zeros stands for the padding.</param>
/// <param name="Y">What is written.</param>
/// <param name="Window">Kernel, strides, padding and dilation.</param>
/// <param name="Activation">What is applied to the sums.</param>
internal sealed record LargeDepthwiseConvKernel(Plane X, Plane Y, Window Window, Activation? Activation) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("input", X), Port.Read("weights"), Port.Write("output", Y) };

    protected override NameParts NameParts => $"{Activation}_{Window}_{X}_to_{Y}";

    public const int MostTaps = 121;
    private const int MostPhases = 16;

    /// <summary>Whether the kernel has too many taps to be written out: more than 11 × 11.</summary>
    public static bool HasManyTaps(Window window) => (long)window.KernelY * window.KernelX > MostTaps;

    /// <summary>Whether the gradient by the input has too much to write out: many taps, or many pixels that different taps reach.</summary>
    public static bool HasManyPhases(Window window) => HasManyTaps(window) || (long)window.StrideY * window.StrideX > MostPhases;
}

/// <summary>The gradient by the input of such a convolution: each input pixel gathers from the outputs that read it.</summary>
/// <param name="Dy">The gradient by the output; its border of zeros stands for outputs that do not exist.</param>
/// <param name="Dx">The gradient by the input.</param>
/// <param name="Window">Kernel, strides, padding and dilation.</param>
internal sealed record LargeDepthwiseConvInputGradientKernel(Plane Dy, Plane Dx, Window Window) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("input", Dy), Port.Read("weights"), Port.Write("output", Dx) };

    protected override NameParts NameParts => $"_{Window}_{Dy}_to_{Dx}";
}

/// <summary>The gradient by the weights of such a convolution, a few taps of a kernel's row at a time.</summary>
/// <param name="X">The input.</param>
/// <param name="Dy">The gradient by the output.</param>
/// <param name="Window">Kernel, strides, padding and dilation.</param>
internal sealed record LargeDepthwiseConvWeightGradientKernel(Plane X, Plane Dy, Window Window) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Update("sums") };

    protected override NameParts NameParts => $"_{Window}_{X}_to_{Dy}";
}

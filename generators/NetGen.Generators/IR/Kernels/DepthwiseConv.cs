using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// A depthwise convolution, or its gradient by the input, which has the same form: every vector of channels is its own convolution.
/// Some output pixels beside each other are computed together, so that an input pixel is loaded once for all of them.
/// </summary>
/// <param name="In">What is read; its border of zeros stands for the padding.</param>
/// <param name="Out">What is written.</param>
internal abstract record DepthwiseWalk(Plane In, Plane Out, Window Window) : Kernel;

/// <summary>The depthwise convolution itself; the bias is the row after the taps.</summary>
internal sealed record DepthwiseConvKernel(Plane X, Plane Y, Window Window, Activation? Activation) : DepthwiseWalk(X, Y, Window)
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("input", X), Port.Read("weights"), Port.Write("output", Y) };

    /// <summary>Small ones stay as they are.</summary>
    public override bool IsShareable => IsWorthSharing;

    public override long Effort => Y.H * Y.W * Y.Pitch * (FloatEffort + (Window.KernelY * Window.KernelX));

    protected override NameParts NameParts => $"{Activation}_{Window}_{X}_to_{Y}";
}

/// <summary>The gradient by the input: each input pixel gathers from the outputs that read it.</summary>
internal sealed record DepthwiseConvInputGradientKernel(Plane Dy, Plane Dx, Window Window) : DepthwiseWalk(Dy, Dx, Window)
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("input", Dy), Port.Read("weights"), Port.Write("output", Dx) };

    protected override NameParts NameParts => $"_{Window}_{Dy}_to_{Dx}";
}

/// <summary>The gradient by the weights: each channel's own sums over all pixels.</summary>
internal sealed record DepthwiseConvWeightGradientKernel(Plane X, Plane Dy, Window Window) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Update("sums") };

    protected override NameParts NameParts => $"_{Window}_{X}_to_{Dy}";
}

/// <summary>Repeats each channel, for a depthwise convolution with several outputs a channel.</summary>
internal sealed record RepeatChannelsKernel(Plane X, Plane Y, int Times) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y", Y) };

    protected override NameParts NameParts => $"{Times}_{X}_to_{Y}";
}

/// <summary>The gradient of <see cref="RepeatChannelsKernel"/>: sums of neighbouring channels.</summary>
internal sealed record SumChannelsKernel(Plane X, Plane Y, int Times) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y", Y) };

    protected override NameParts NameParts => $"{Times}_{X}_to_{Y}";
}

using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// A depthwise convolution and the 1×1 convolution that alone reads it, some rows at a time: what is between them stays in the thread's scratch, and so in the caches.
/// </summary>
/// <param name="Depthwise">The depthwise convolution.</param>
/// <param name="Pointwise">The 1×1 convolution.</param>
internal sealed record DepthwiseSeparableKernel(DepthwiseConvKernel Depthwise, ConvolutionKernel Pointwise) : Kernel
{
    /// <summary>Floats between the two that are computed at a time.</summary>
    private const int Strip = 16 * 1024;

    public override EquatableArray<Port> Ports => new[]
    {
        Port.Read("x", Depthwise.X), Port.Read("depthwise"), Port.Read("weights"), Port.Read("bias").OrNull, Port.Read("summand", Pointwise.Y).OrNull, Port.Write("y", Pointwise.Y),
        Port.Write("work"), Port.Slope,
    };

    /// <summary>Threads share the rows.</summary>
    public override bool IsShareable => true;

    public override long Effort => Depthwise.Effort + Pointwise.Effort;

    protected override NameParts NameParts => $"{Depthwise.Activation}_{Depthwise.Window}_{Depthwise.X}_to_{Pointwise.Y}";

    /// <summary>Rows that are computed at a time.</summary>
    public int Rows => Math.Max(1, Math.Min(Pointwise.Y.H, Strip / Depthwise.Y.Row));

    /// <summary>Floats of the thread's scratch.</summary>
    public long Scratch => (long)Rows * Depthwise.Y.Row;
}

using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// Copies some of a pixel's channels: into their place beside others, or out of it. A concatenation is a call for each input, and so is its gradient.
/// </summary>
/// <param name="X">The plane that is read.</param>
/// <param name="XChannel">The first channel there.</param>
/// <param name="Y">The plane that is written.</param>
/// <param name="YChannel">The first channel there.</param>
/// <param name="Channels">How many.</param>
internal sealed record CopyChannelsKernel(Plane X, int XChannel, Plane Y, int YChannel, int Channels) : WalkKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y", Y) };

    /// <summary>Threads share pixels, or rows.</summary>
    public override bool IsShareable => true;

    public override long Effort => (long)Y.H * Y.W * Channels * FloatEffort;

    public override Kernel Body => new CopyChannelsKernel(Unsized, 0, Unsized, 0, 0);

    public override EquatableArray<Size> Sizes =>
        new[]
        {
            new Size("channels", Channels),
            new Size("xChannel", XChannel),
            new Size("yChannel", YChannel),
        }
        .Concat(Bordered ? new[] { new Size("rows", X.H), new Size("columns", X.W) } : [new Size("pixels", X.H * X.W)])
        .Concat([new Size("xPitch", X.Pitch), new Size("yPitch", Y.Pitch)])
        .Concat(Bordered ? Strides(Walked) : [])
        .ToEquatableArray();
}

using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Moves values to an image of another shape, both in C, H, W order. The same serves the way back.</summary>
internal sealed record ReshapeKernel(Plane From, Plane To) : SizedKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("from", From), Port.Write("to", To) };

    public override Kernel Body => new ReshapeKernel(Plane.Unsized(false), Plane.Unsized(false));

    public override EquatableArray<Size> Sizes =>
        new[] { new Size("channels", To.C), new Size("rows", To.H), new Size("columns", To.W), new Size("fromRows", From.H), new Size("fromColumns", From.W) }
            .Concat([new Size("fromPitch", From.Pitch)]).Concat(Strides(Ports[0]))
            .Concat([new Size("toPitch", To.Pitch)]).Concat(Strides(Ports[1])).ToEquatableArray();
}

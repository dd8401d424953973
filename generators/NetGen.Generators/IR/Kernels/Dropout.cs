using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// Dropout, and its gradient, which is the same: the mask is not stored but drawn again, from the noise key, the image's place in the
/// batch and the element's place in the image. So it is the same whatever the chunk, the thread and the vector's width.
/// </summary>
internal sealed record DropoutKernel(Plane X, Plane Y, float Rate) : WalkKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y", Y), Port.Noise, Port.StepFirst };

    protected override NameParts NameParts => $"{Rate}{Bordered:_rows}";

    public override Kernel Body => new DropoutKernel(Unsized, Unsized, Rate);

    public override EquatableArray<Size> Sizes => Bordered
        ? new[] { new Size("rows", X.H), new Size("floats", X.W * X.Pitch) }.Concat(Strides(Walked)).ToEquatableArray()
        : new[] { new Size("floats", X.Image) };
}

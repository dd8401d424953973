using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Zeroes the pixels of images: where a gradient is added up afterwards, and some pixels get none.</summary>
internal sealed record ClearPixelsKernel(Plane Plane) : SizedKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Write("x", Plane) };

    public override Kernel Body => this with { Plane = Plane.Unsized(bordered: true) };

    public override EquatableArray<Size> Sizes =>
        new[] { new Size("rows", Plane.H), new Size("floats", Plane.W * Plane.Pitch) }.Concat(Strides([.. Ports])).ToEquatableArray();
}

using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Zeroes the border of a plane whose memory held something else before.</summary>
internal sealed record ClearBorderKernel(Plane Plane) : SizedKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Write("x", Plane) };

    public override Kernel Body => this with { Plane = Plane.Unsized(bordered: true) };

    public override EquatableArray<Size> Sizes
    {
        get
        {
            int side = Plane.HaloX * Plane.Pitch;
            return new[] { new Size("rows", Plane.H) }
                .Concat(Strides([.. Ports]))
                .Concat([new Size("side", side), new Size("before", (Plane.HaloY * Plane.Row) + side)])
                .ToEquatableArray();
        }
    }
}

using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Zeroes the border of a plane whose memory held something else before.</summary>
internal sealed record ClearBorderKernel(Plane Plane) : SizedKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Write("x", Plane) };

    /// <summary>Floats in whose time one comes from another core's cache, as a border does that one thread clears and another reads.</summary>
    private const long Apart = 4;

    /// <summary>Threads share the rows.</summary>
    public override bool IsShareable => true;

    public override long Effort => ((long)Plane.Image - ((long)Plane.H * Plane.W * Plane.Pitch)) * FloatEffort * Apart;

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

using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Hands images of a plane out as NCHW.</summary>
internal sealed record LeaveKernel(Plane Plane, int Sample) : ExchangeKernel(Plane, Sample)
{
    /// <summary>For images that follow each other.</summary>
    public LeaveKernel(Plane plane)
        : this(plane, plane.C * plane.H * plane.W)
    {
    }

    public override EquatableArray<Port> Ports => new[] { Port.Read("x", Plane), Port.Write("y") };

    public override Kernel Body => new LeaveKernel(Unsized(Plane), 0);
}

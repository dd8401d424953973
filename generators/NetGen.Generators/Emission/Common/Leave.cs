using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>Hands images of a plane out as NCHW.</summary>
internal sealed record LeaveKernel(Plane Plane, int Sample) : ExchangeKernel(Plane, Sample)
{
    /// <summary>For images that follow each other.</summary>
    public LeaveKernel(Plane plane)
        : this(plane, plane.C * plane.H * plane.W)
    {
    }

    public override Kernel Body => new LeaveKernel(Unsized(Plane), 0);

    public override string Name => "Leave" + Suffix;

    public override string Summary => Plane.IsVector ? "Copies vectors out of the internal layout." : "Copies images from the internal NHWC layout to NCHW.";

    protected override string Inside => "x";
}

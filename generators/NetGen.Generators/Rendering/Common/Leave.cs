using NetGen.Generators.IR;

namespace NetGen.Generators.Rendering;

/// <summary>Hands images of a plane out as NCHW.</summary>
internal sealed class LeaveText(LeaveKernel kernel) : ExchangeText(kernel)
{
    private readonly LeaveKernel _kernel = kernel;

    private Plane Plane => _kernel.Plane;

    public override string Summary => Plane.IsVector ? "Copies vectors out of the internal layout." : "Copies images from the internal NHWC layout to NCHW.";
}

using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// A loss that is a mean over all values, with its gradient: the targets lie in a plane as the outputs do. Derived kernels say what one
/// vector of values adds.
/// </summary>
internal abstract record PointLossKernel(Plane X, Plane Targets, Plane Dx, LossShare Share) : Kernel
{
    public override EquatableArray<Port> Ports => Share.With(Port.Read("x", X), Port.Read("targets", Targets), Port.Write("dx", Dx), Port.Totals, Share.Batch);

    protected override NameParts NameParts => $"_{(X, Targets, Dx)}{Share}";
}

using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The mean of squared differences: the loss and its gradient at once. Targets are NCHW, as the caller has them.</summary>
internal sealed record MeanSquaredErrorKernel(Plane X, Plane Dx, LossShare Share) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("targets"), Port.Write("dx", Dx), Port.Totals, Port.BatchCount };

    protected override NameParts NameParts => $"_{(X, Dx)}{Share}";
}

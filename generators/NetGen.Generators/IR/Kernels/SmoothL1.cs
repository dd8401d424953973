namespace NetGen.Generators.IR;

/// <summary>The smooth L1 loss: the loss and its gradient at once.</summary>
internal sealed record SmoothL1Kernel(Plane X, Plane Targets, Plane Dx, float Beta, LossShare Share) : PointLossKernel(X, Targets, Dx, Share)
{
    protected override NameParts NameParts => $"{Beta}_{(X, Targets, Dx)}{Share}";
}

namespace NetGen.Generators.IR;

/// <summary>The Huber loss: the loss and its gradient at once.</summary>
internal sealed record HuberKernel(Plane X, Plane Targets, Plane Dx, float Delta, LossShare Share) : PointLossKernel(X, Targets, Dx, Share)
{
    protected override NameParts NameParts => $"{Delta}_{(X, Targets, Dx)}{Share}";
}

using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Local response norm over neighbouring channels.</summary>
internal sealed record LocalResponseNormKernel(Plane X, Plane Y, LocalResponseNormSpec Spec) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y", Y), Port.Write("memory", Neighbours.Rows(1)) };

    protected override NameParts NameParts => $"{Spec.Size}_alpha{Spec.Alpha}_beta{Spec.Beta}_k{Spec.K}_{(X, Y)}";

    public ChannelNeighbours Neighbours => ChannelNeighbours.Of(X, Spec.Size);
}

/// <summary>The gradient of local response norm.</summary>
internal sealed record LocalResponseNormGradientKernel(Plane X, Plane Dy, Plane Dx, LocalResponseNormSpec Spec) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Write("dx", Dx), Port.Write("memory", Neighbours.Rows(2)) };

    protected override NameParts NameParts => $"{Spec.Size}_alpha{Spec.Alpha}_beta{Spec.Beta}_k{Spec.K}_{(X, Dy, Dx)}";

    public ChannelNeighbours Neighbours => ChannelNeighbours.Of(X, Spec.Size);
}

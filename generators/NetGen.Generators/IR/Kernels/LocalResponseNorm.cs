namespace NetGen.Generators.IR;

/// <summary>Local response norm over neighbouring channels.</summary>
internal sealed record LocalResponseNormKernel(Plane X, Plane Y, LocalResponseNormSpec Spec) : Kernel
{
    public ChannelNeighbours Neighbours => ChannelNeighbours.Of(X, Spec.Size);
}

/// <summary>The gradient of local response norm.</summary>
internal sealed record LocalResponseNormGradientKernel(Plane X, Plane Dy, Plane Dx, LocalResponseNormSpec Spec) : Kernel
{
    public ChannelNeighbours Neighbours => ChannelNeighbours.Of(X, Spec.Size);
}

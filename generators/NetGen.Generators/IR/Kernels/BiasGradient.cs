using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The gradient by a bias: the output's gradient summed over pixels and images, added to the shard's sums.</summary>
internal sealed record BiasGradientKernel(Plane Dy) : PixelKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("dy", Dy), Port.Update("db") };

    public override Kernel Body => new BiasGradientKernel(Unsized);
}

using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Normalises over all values of an image.</summary>
internal sealed record LayerNormKernel(Plane X, Plane Y, float Epsilon) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y", Y), Port.Read("weight"), Port.Read("bias"), Port.Write("moments", NormMoments.OfLayer) };

    protected override NameParts NameParts => $"_eps{Epsilon}_{(X, Y)}";
}

/// <summary>Layer norm's gradients by its parameters.</summary>
internal sealed record LayerNormSumsKernel(Plane X, Plane Dy) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Read("moments", NormMoments.OfLayer), Port.Update("products"), Port.Update("sums") };

    protected override NameParts NameParts => $"_{(X, Dy)}";
}

/// <summary>Layer norm's gradient by its input.</summary>
internal sealed record LayerNormGradientKernel(Plane X, Plane Dy, Plane Dx) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Write("dx", Dx), Port.Read("weight"), Port.Read("moments", NormMoments.OfLayer) };

    protected override NameParts NameParts => $"_{(X, Dy, Dx)}";
}

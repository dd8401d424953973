using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Squared distances to centres. The centres lie with a row of units a feature, so that a vector holds units beside each other.</summary>
internal sealed record RadialBasisKernel(Plane X, Plane Y) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("centres"), Port.Write("y", Y) };

    protected override NameParts NameParts => $"_{X}_to_{Y}";
}

/// <summary>The gradient by the centres.</summary>
internal sealed record RadialBasisWeightGradientKernel(Plane X, Plane Dy) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("centres"), Port.Read("dy", Dy), Port.Update("sums") };

    protected override NameParts NameParts => $"_{X}_to_{Dy}";
}

/// <summary>The gradient by the input.</summary>
internal sealed record RadialBasisInputGradientKernel(Plane X, Plane Dy, Plane Dx) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("centres"), Port.Read("dy", Dy), Port.Write("dx", Dx) };

    protected override NameParts NameParts => $"_{X}_to_{(Dy, Dx)}";
}

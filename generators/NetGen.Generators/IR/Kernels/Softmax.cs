using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Softmax over channels.</summary>
internal sealed record SoftmaxKernel(Plane X, Plane Y) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y", Y) };

    protected override NameParts NameParts => $"_{(X, Y)}";
}

/// <summary>The gradient of softmax from its output.</summary>
internal sealed record SoftmaxGradientKernel(Plane Y, Plane Dy, Plane Dx) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("y", Y), Port.Read("dy", Dy), Port.Write("dx", Dx) };

    protected override NameParts NameParts => $"_{(Y, Dy, Dx)}";
}

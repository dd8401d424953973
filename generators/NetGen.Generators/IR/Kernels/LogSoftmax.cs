using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The logarithm of softmax over channels.</summary>
internal sealed record LogSoftmaxKernel(Plane X, Plane Y) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y", Y) };

    protected override NameParts NameParts => $"_{(X, Y)}";
}

/// <summary>The gradient of the logarithm of softmax from its output.</summary>
internal sealed record LogSoftmaxGradientKernel(Plane Y, Plane Dy, Plane Dx) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("y", Y), Port.Read("dy", Dy), Port.Write("dx", Dx) };

    protected override NameParts NameParts => $"_{(Y, Dy, Dx)}";
}

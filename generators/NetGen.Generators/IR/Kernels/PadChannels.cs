using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Copies each pixel's channels to a later place in a wider pixel, with zeros around them.</summary>
internal sealed record PadChannelsKernel(Plane X, Plane Y, int Before) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y", Y) };

    protected override NameParts NameParts => $"{Before}_{X}_to_{Y}";
}

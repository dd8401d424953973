using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Keeps a chunk's vectors until the whole batch is through.</summary>
internal sealed record KeepKernel(Plane Vector, Panels Panels) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", Vector), Port.Write("panels"), Port.FirstImage, Port.BatchCount };

    protected override NameParts NameParts => $"_{Vector}_by{Panels.Width}{!Panels.Overlaps:_open}";
}

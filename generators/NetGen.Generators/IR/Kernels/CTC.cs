using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Connectionist temporal classification: the loss and its gradient at once.</summary>
/// <param name="X">The outputs.</param>
/// <param name="Dx">The gradient by them.</param>
/// <param name="ZeroInfinity">Whether labels that no path spells add 0.</param>
/// <param name="Share">What the loss counts for.</param>
internal sealed record CTCKernel(Plane X, Plane Dx, bool ZeroInfinity, LossShare Share) : Kernel
{
    public override EquatableArray<Port> Ports => Share.With(Port.Read("x", X), Port.Labels, Port.Write("dx", Dx), Port.Totals, Share.Batch, Port.Write("work"));

    protected override NameParts NameParts => $"_{(X, Dx)}{ZeroInfinity:_finite}{Share}";
}

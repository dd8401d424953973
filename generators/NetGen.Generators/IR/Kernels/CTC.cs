using System.Globalization;
using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Connectionist temporal classification: the loss and its gradient at once.</summary>
/// <param name="X">The outputs.</param>
/// <param name="Dx">The gradient by them.</param>
/// <param name="ZeroInfinity">Whether labels that no path spells add 0.</param>
/// <param name="Share">What the loss counts for.</param>
internal sealed record CTCKernel(Plane X, Plane Dx, bool ZeroInfinity, LossShare Share) : Kernel
{
    /// <summary>Floats from a sample's inputs to the next, among which stands how many of its steps count; null where all do.</summary>
    public int? Sample { get; init; }

    public override EquatableArray<Port> Ports
    {
        get
        {
            Port[] ports = [Port.Read("x", X), Port.Labels, Port.Write("dx", Dx), Port.Totals, Share.Batch, Port.Write("work")];
            return Share.With(Sample is null ? ports : [.. ports, Port.Read("lengths")]);
        }
    }

    private string Ends => Sample is { } sample ? "_lengths" + sample.ToString(CultureInfo.InvariantCulture) : "";

    protected override NameParts NameParts => $"_{(X, Dx)}{ZeroInfinity:_finite}{Ends}{Share}";
}

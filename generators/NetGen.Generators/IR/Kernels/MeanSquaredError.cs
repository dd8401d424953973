using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The mean of squared differences: the loss and its gradient at once. Targets are NCHW, as the caller has them.</summary>
internal sealed record MeanSquaredErrorKernel(Plane X, Plane Dx, LossShare Share) : Kernel
{
    /// <summary>Whether a value's channels follow each other in what the caller has, as those of a sequence's step do.</summary>
    public bool InSteps { get; init; }

    public override EquatableArray<Port> Ports => Share.With(Port.Read("x", X), Port.Read("targets"), Port.Write("dx", Dx), Port.Totals, Share.Batch);

    protected override NameParts NameParts => $"_{(X, Dx)}{InSteps:_steps}{Share}";
}

using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Softmax and cross entropy with class labels, or where there are none with a share of each class (NCHW, or of a sequence step after step, as the caller has them): the loss and its gradient at once.</summary>
internal sealed record SoftmaxCrossEntropyKernel(Plane X, Plane Dx, float Smoothing, LossShare Share) : Kernel
{
    /// <summary>Whether the shares of a position follow each other, as those of a sequence's step do.</summary>
    public bool InSteps { get; init; }

    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Labels, Port.Read("targets"), Port.Write("dx", Dx), Port.Totals, Port.StepCount };

    protected override NameParts NameParts => $"_{(X, Dx)}{InSteps:_steps}{Smoothing:_smooth}{Share}";
}

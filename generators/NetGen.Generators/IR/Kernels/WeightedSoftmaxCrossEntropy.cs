using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Softmax and cross entropy of labels of which one may count for nothing and classes may count differently, or where there are none with a share of each class: the loss and its gradient at once.</summary>
/// <param name="X">The outputs.</param>
/// <param name="Dx">The gradient by them.</param>
/// <param name="Smoothing">The part of the target that is spread over all classes.</param>
/// <param name="Ignored">The label that counts for nothing.</param>
/// <param name="Weighted">Whether classes count differently.</param>
/// <param name="Share">What the loss counts for.</param>
internal sealed record WeightedSoftmaxCrossEntropyKernel(Plane X, Plane Dx, float Smoothing, int? Ignored, bool Weighted, LossShare Share) : Kernel
{
    /// <summary>Whether targets lie step after step, as a sequence's do.</summary>
    public bool InSteps { get; init; }

    public override EquatableArray<Port> Ports => Weighted
        ? Share.With(Port.Read("x", X), Port.Labels, Port.Read("targets"), Port.Write("dx", Dx), Port.Totals, Share.Batch, Port.LabelWeight, Port.Read("classWeights"))
        : Share.With(Port.Read("x", X), Port.Labels, Port.Read("targets"), Port.Write("dx", Dx), Port.Totals, Share.Batch, Port.LabelWeight);

    protected override NameParts NameParts => $"_{(X, Dx)}{InSteps:_steps}{Smoothing:_smooth}{Ignored is not null:_without}{NameOf(Ignored)}{Share}";

    protected override string Title => Weighted ? "WeightedSoftmaxCrossEntropy" : "SoftmaxCrossEntropy";

    private static string NameOf(int? label) => label is not { } number ? "" : number < 0 ? $"m{-(long)number}" : $"{number}";
}

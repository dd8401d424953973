using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The dice loss: the loss and its gradient at once.</summary>
/// <param name="X">The outputs.</param>
/// <param name="Dx">The gradient by them.</param>
/// <param name="Sigmoid">Whether each value has its sigmoid; otherwise pixels have their softmax.</param>
/// <param name="Smooth">What is added to both sides of the fraction.</param>
/// <param name="Ignored">The label of pixels that are left out.</param>
/// <param name="Share">What the loss counts for.</param>
internal sealed record DiceKernel(Plane X, Plane Dx, bool Sigmoid, float Smooth, int? Ignored, LossShare Share) : Kernel
{
    public override EquatableArray<Port> Ports => Share.With(Port.Read("x", X), Port.Labels.OrNull, Port.Read("targets"), Port.Write("dx", Dx), Port.Totals, Share.Batch, Port.Write("work"));

    protected override NameParts NameParts => $"{Sigmoid:Sigmoid}{Smooth}_{(X, Dx)}{Ignored is not null:_without}{(Ignored is { } label ? (label < 0 ? $"m{-(long)label}" : $"{label}") : "")}{Share}";
}

using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>What a loss was told.</summary>
internal abstract record LossSpec : Spec
{
    /// <summary>The tag that says how many of its steps each sample has; null where each has all. It is the loss's second input.</summary>
    public virtual string? LengthsTag => null;

    public sealed override int? LengthsInput => LengthsTag is null ? null : 1;

    /// <summary>Lengths are counted.</summary>
    public sealed override bool PassesGradientTo(int input) => input == 0;

    /// <summary>Whether its targets are class labels; otherwise they are floats.</summary>
    public virtual bool TakesLabels => false;

    /// <summary>What it makes of labels.</summary>
    public virtual LabelRule Labels => LabelRule.None;

    /// <summary>Whether its mean divides by what labels count for, and not by the images.</summary>
    public virtual bool DividesByLabels => false;

    /// <summary>The activations that the loss applies itself, so that it takes logits; the first is the one it applies.</summary>
    public virtual EquatableArray<string> Activations => EquatableArray<string>.Empty;
}

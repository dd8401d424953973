using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Cross entropy of a softmax over the channels.</summary>
internal sealed record SoftmaxCrossEntropySpec(float LabelSmoothing) : LossSpec
{
    public override bool TakesLabels => true;

    public override LabelRule Labels => OfLabels;

    public override bool DividesByLabels => OfLabels != LabelRule.None;

    /// <summary>What it was told of labels.</summary>
    public LabelRule OfLabels { get; init; } = LabelRule.None;

    public override EquatableArray<string> Activations => new[] { "Softmax", "LogSoftmax" };
}

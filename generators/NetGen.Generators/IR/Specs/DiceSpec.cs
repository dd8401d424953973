using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The overlap of regions, by the softmax over channels or the sigmoid of each value.</summary>
internal sealed record DiceSpec(bool Sigmoid, float Smooth, int? Ignored) : LossSpec
{
    public override bool TakesLabels => !Sigmoid;

    public override LabelRule Labels => new(Ignored, "");

    public override EquatableArray<string> Activations => Sigmoid ? new[] { "Sigmoid" } : new[] { "Softmax", "LogSoftmax" };
}

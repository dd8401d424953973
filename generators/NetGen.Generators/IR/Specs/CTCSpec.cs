using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Connectionist temporal classification: labels that are not aligned with the steps.</summary>
internal sealed record CTCSpec(bool ZeroInfinity) : LossSpec
{
    /// <summary>The label behind the end of a sample's.</summary>
    private const int End = -1;

    public override bool TakesLabels => true;

    public override LabelRule Labels => new(End, "") { AreSequences = true };

    public override EquatableArray<string> Activations => new[] { "Softmax", "LogSoftmax" };
}

using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Connectionist temporal classification: labels that are not aligned with the steps.</summary>
/// <param name="ZeroInfinity">Whether labels that no path spells add 0.</param>
/// <param name="Lengths">The tag that says how many of its steps each sample has; null where each has all.</param>
internal sealed record CTCSpec(bool ZeroInfinity, string? Lengths = null) : LossSpec
{
    /// <summary>The label behind the end of a sample's.</summary>
    private const int End = -1;

    public override string? LengthsTag => Lengths;

    public override bool TakesLabels => true;

    public override LabelRule Labels => new(End, "") { AreSequences = true };

    public override EquatableArray<string> Activations => new[] { "Softmax", "LogSoftmax" };
}

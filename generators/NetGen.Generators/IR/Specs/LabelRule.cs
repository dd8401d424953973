using System.Globalization;
using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>What a loss makes of labels before it looks at outputs. All losses of a model see the same labels, so that it is the same for all.</summary>
/// <param name="Ignored">The label of what counts for nothing; null where every label is a class.</param>
/// <param name="ClassWeights">What each class counts for, as written: <c>0.5, 1, 2</c>; empty where all count alike.</param>
internal sealed record LabelRule(int? Ignored, string ClassWeights)
{
    /// <summary>Every label is a class, and all count alike.</summary>
    public static readonly LabelRule None = new(null, "");

    /// <summary>Whether the labels of a sample are a sequence that is not aligned with its steps, with the ignored label behind its end.</summary>
    public bool AreSequences { get; init; }

    /// <summary>Each weight as written.</summary>
    public IReadOnlyList<string> Written => ClassWeights.Length == 0 ? [] : ClassWeights.Split(',');

    /// <summary>The weights of a rule that was checked.</summary>
    public EquatableArray<float> Weights => Written.Select(w => Read(w) ?? throw new InvalidOperationException($"\"{w}\" is no weight.")).ToEquatableArray();

    /// <summary>A weight that was written; null where it is none.</summary>
    public static float? Read(string weight) =>
        float.TryParse(weight, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && value >= 0 && value < float.PositiveInfinity ? value : null;
}

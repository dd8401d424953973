using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>The loss of an output with targets of its own.</summary>
/// <param name="Output">The output's name.</param>
/// <param name="Weight">What its loss is multiplied with.</param>
/// <param name="Classes">The loss's classes; 0 where targets are floats.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record HeadLayout(string Output, float Weight, int Classes)
{
    /// <summary>The label of what counts for nothing; null where every label is a class.</summary>
    public int? IgnoreIndex { get; init; }

    /// <summary>Whether the labels of a sample are a sequence that is not aligned with its steps: <see cref="CTCAttribute"/>.</summary>
    public bool LabelsAreSequences { get; init; }

    /// <summary>Where in a sample's inputs stands how many of its steps the loss counts; null where it counts all: <see cref="CTCAttribute.Lengths"/>.</summary>
    public int? LengthsAt { get; init; }

    /// <summary>What each class counts for; empty where all count alike.</summary>
    public IReadOnlyList<float> ClassWeights { get; init; } = [];

    /// <summary>Whether its mean divides by what labels count for.</summary>
    public bool DividesByLabels { get; init; }
}

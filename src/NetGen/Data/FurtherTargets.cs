namespace NetGen;

/// <summary>What each sample of a <see cref="Dataset"/> has for one output with targets of its own (<see cref="OutputAttribute.Targets"/>): labels or float targets, beside those of the model's own output.</summary>
public sealed record FurtherTargets
{
    /// <summary>Says what there is.</summary>
    /// <param name="output">The output's name.</param>
    /// <param name="labelSize">Labels a sample: 1 for a class, height × width for a class at each pixel, 0 where there are float targets.</param>
    /// <param name="targetSize">Target floats a sample; 0 where there are labels.</param>
    /// <exception cref="ArgumentException">The name is null or empty, a size is negative, or there are both labels and targets, or neither.</exception>
    public FurtherTargets(string output, int labelSize, int targetSize)
    {
        ArgumentException.ThrowIfNullOrEmpty(output);
        SampleSizes.CheckAnswers(labelSize, targetSize);
        Output = output;
        LabelSize = labelSize;
        TargetSize = targetSize;
    }

    /// <summary>The output's name.</summary>
    public string Output { get; }

    /// <summary>Labels a sample; 0 where there are float targets.</summary>
    public int LabelSize { get; }

    /// <summary>Target floats a sample; 0 where there are labels.</summary>
    public int TargetSize { get; }

    /// <summary>Whether samples count differently in the output's loss, as <see cref="Dataset.FurtherWeight"/> says.</summary>
    public bool HasWeights { get; init; }

    /// <summary>Those of a set, for messages.</summary>
    internal static string Describe(IReadOnlyList<FurtherTargets> further) => further.Count == 0 ? "no targets of further outputs" : string.Join(" and ", further.Select(f => f.Describe()));

    /// <summary>For messages and checkpoints.</summary>
    internal string Describe() => FormattableString.Invariant(
        $"{(LabelSize > 0 ? $"{LabelSize} labels" : $"{TargetSize} float targets")} a sample for \"{Output}\"{(HasWeights ? ", weighted" : "")}");
}

namespace NetGen;

/// <summary>An input with its labels or its targets, for <see cref="Dataset.FromSequence"/>.</summary>
/// <remarks>Two samples are equal where they have the same arrays, whatever is in them.</remarks>
public readonly record struct Sample
{
    private Sample(float[] input, int[]? labels, float[]? targets)
    {
        ArgumentNullException.ThrowIfNull(input);
        Input = input;
        Labels = labels;
        Targets = targets;
    }

    /// <summary>The input, in the order channels, height, width.</summary>
    public float[] Input { get; }

    /// <summary>The labels; <see langword="null"/> where there are targets.</summary>
    public int[]? Labels { get; }

    /// <summary>The targets; <see langword="null"/> where there are labels.</summary>
    public float[]? Targets { get; }

    /// <summary>A sample with a class.</summary>
    /// <param name="input">The input.</param>
    /// <param name="label">The class number.</param>
    /// <returns>The sample.</returns>
    public static Sample Of(float[] input, int label) => new(input, [label], null);

    /// <summary>A sample with several labels, for example a class at each pixel.</summary>
    /// <param name="input">The input.</param>
    /// <param name="labels">The class numbers.</param>
    /// <returns>The sample.</returns>
    public static Sample Of(float[] input, int[] labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return new(input, labels, null);
    }

    /// <summary>A sample with one target; a whole number needs an <c>f</c>, as without it is a label.</summary>
    /// <param name="input">The input.</param>
    /// <param name="target">The target.</param>
    /// <returns>The sample.</returns>
    public static Sample Of(float[] input, float target) => new(input, null, [target]);

    /// <summary>A sample with several targets.</summary>
    /// <param name="input">The input.</param>
    /// <param name="targets">The targets.</param>
    /// <returns>The sample.</returns>
    public static Sample Of(float[] input, float[] targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        return new(input, null, targets);
    }
}

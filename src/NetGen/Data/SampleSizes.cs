namespace NetGen;

/// <summary>What a sample is made of.</summary>
/// <param name="InputShape">Channels, height, width; or features alone.</param>
/// <param name="Input">Floats in an input.</param>
/// <param name="Labels">Labels a sample; 0 where there are targets.</param>
/// <param name="Targets">Target floats a sample; 0 where there are labels.</param>
internal sealed record SampleSizes(IReadOnlyList<int> InputShape, int Input, int Labels, int Targets)
{
    /// <summary>The most numbers that one of the parts has.</summary>
    public int Largest => Math.Max(Input, Math.Max(Labels, Targets));

    /// <summary>Whether samples are images with a label for each pixel.</summary>
    public bool HasLabelAtEachPixel => InputShape is [_, var height, var width] && Labels == (long)height * width;

    /// <summary>What outputs with targets of their own have.</summary>
    public IReadOnlyList<FurtherTargets> Further { get; private init; } = [];

    /// <summary>Those of a data set.</summary>
    public static SampleSizes Of(Dataset dataset) => new(dataset.InputShape, dataset.InputSize, dataset.LabelSize, dataset.TargetSize) { Further = [.. dataset.Further] };

    /// <summary>Checks a user's sizes.</summary>
    /// <exception cref="ArgumentException">A size is out of range, or there are both labels and targets, or neither.</exception>
    public static SampleSizes Of(IReadOnlyList<int> inputShape, int labelSize, int targetSize)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        int[] shape = [.. inputShape];
        if (shape.Length == 0 || shape.Any(s => s < 1))
        {
            throw new ArgumentException($"expected one size or more, each at least 1, actual {ShapeText.Of(shape)}", nameof(inputShape));
        }

        CheckAnswers(labelSize, targetSize);
        return new SampleSizes(shape, shape.Aggregate(1, (product, size) => checked(product * size)), labelSize, targetSize);
    }

    /// <summary>Checks a user's sizes of labels and targets.</summary>
    /// <exception cref="ArgumentException">A size is negative, or there are both labels and targets, or neither.</exception>
    public static void CheckAnswers(int labelSize, int targetSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(labelSize);
        ArgumentOutOfRangeException.ThrowIfNegative(targetSize);
        if ((labelSize > 0) == (targetSize > 0))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"expected either labels or targets, actual {labelSize} labels and {targetSize} targets a sample"),
                nameof(targetSize));
        }
    }
}

namespace NetGen;

/// <summary>How often each class is predicted as each: a row for each label, a column for each predicted class; pixels are counted where the output is an image.</summary>
/// <remarks>
/// <para>Where there is nothing to divide by, a figure is 0, as with scikit-learn's <c>zero_division=0</c>. Means are over the classes that occur among the labels or the
/// predictions, as scikit-learn's are by default; a class that occurs in neither counts for nothing.</para>
/// <para>The right class of a soft target is its largest share.</para>
/// </remarks>
public sealed partial class ConfusionMatrix : Metric
{
    private readonly long[,] _counts;

    /// <summary>Makes an empty matrix.</summary>
    /// <param name="classes">How many classes there are, 1 or more.</param>
    /// <param name="classNames">Their names for <see cref="ToString"/>, such as <see cref="Dataset.ClassNames"/>; their numbers where <see langword="null"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is under 1, or over 16,384, whose matrix is 2 GiB.</exception>
    /// <exception cref="ArgumentException">There are not as many names as classes.</exception>
    public ConfusionMatrix(int classes, IReadOnlyList<string>? classNames = null)
    {
        Classes = Check.InRange(classes, 1, 16_384, nameof(classes));
        if (classNames is not null && classNames.Count != classes)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a name for each of {classes} classes, actual {classNames.Count}"), nameof(classNames));
        }

        ClassNames = classNames is null ? null : [.. classNames];
        _counts = new long[classes, classes];
    }

    /// <summary>How many classes there are.</summary>
    public int Classes { get; }

    /// <summary>Their names; <see langword="null"/> where none were given.</summary>
    public IReadOnlyList<string>? ClassNames { get; }

    /// <inheritdoc/>
    public override string Name => "accuracy of the confusion matrix";

    /// <summary>The <see cref="Accuracy"/>.</summary>
    public override double Value => Accuracy;

    /// <summary>How many predictions of a label were of a class.</summary>
    /// <param name="label">The right class: the row.</param>
    /// <param name="predicted">The predicted class: the column.</param>
    /// <exception cref="IndexOutOfRangeException">One of them is no class.</exception>
    public long this[int label, int predicted] => _counts[label, predicted];

    /// <summary>All counts, by label and predicted class; a copy.</summary>
    public long[,] Counts => (long[,])_counts.Clone();

    /// <summary>All predictions.</summary>
    public long Total { get; private set; }

    /// <inheritdoc/>
    public override void Reset()
    {
        Array.Clear(_counts);
        Total = 0;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The batch has another number of classes.</exception>
    public override void Add(in EvaluationBatch batch)
    {
        if (batch.Classes != Classes)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected outputs of {Classes} classes, actual {batch.Classes}"), nameof(batch));
        }

        for (int i = 0; i < batch.Predictions; i++)
        {
            if (!batch.IsIgnored(i))
            {
                _counts[batch.LabelOf(i), batch.PredictedOf(i)]++;
                Total++;
            }
        }
    }

    /// <summary>Adds one prediction.</summary>
    /// <param name="label">The right class.</param>
    /// <param name="predicted">The predicted class.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is no class.</exception>
    public void Add(int label, int predicted)
    {
        Check.InRange(label, 0, Classes - 1, nameof(label));
        Check.InRange(predicted, 0, Classes - 1, nameof(predicted));
        _counts[label, predicted]++;
        Total++;
    }

    /// <summary>The counts, where there are 20 classes or fewer, and a table of the figures of each class and of their means.</summary>
    /// <returns>Lines that end in <c>\n</c>.</returns>
    public override string ToString() => ConfusionMatrixText.Of(this);
}

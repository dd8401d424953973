namespace NetGen;

/// <content>Sets made of other sets; they read through and copy no samples.</content>
public abstract partial class Dataset
{
    /// <summary>Several sets as one, one after the other, without copying them.</summary>
    /// <param name="parts">One set or more, of the same input shape, with as many labels or targets a sample.</param>
    /// <returns>The view. It has the class names of those parts that have some.</returns>
    /// <exception cref="ArgumentException">There is no part, the parts' samples or class names differ, or there are more than 2,147,483,647 samples in all.</exception>
    public static Dataset Concat(params Dataset[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return ConcatDataset.Of(parts);
    }

    /// <summary>A run of samples as a set of its own, without copying them.</summary>
    /// <param name="start">The first sample.</param>
    /// <param name="count">How many.</param>
    /// <returns>The view.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The run leaves this set.</exception>
    public Dataset Slice(int start, int count)
    {
        Check.InRange(start, 0, Count, nameof(start));
        Check.InRange(count, 0, Count - start, nameof(count));
        return DatasetView.Run(this, start, count);
    }

    /// <summary>Chosen samples as a set of its own, without copying them.</summary>
    /// <param name="indices">The samples in the order they are to have; one may come several times.</param>
    /// <returns>The view.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is under 0 or not under <see cref="Count"/>.</exception>
    public Dataset Subset(IReadOnlyList<int> indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        int[] chosen = [.. indices];
        for (int i = 0; i < chosen.Length; i++)
        {
            if ((uint)chosen[i] >= (uint)Count)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(indices),
                    FormattableString.Invariant($"index {i}: expected the number of one of {Count} samples, from 0, actual {chosen[i]}"));
            }
        }

        return DatasetView.Of(this, chosen);
    }

    /// <summary>All samples in random order, without copying them.</summary>
    /// <param name="seed">Of the <see cref="RandomSource"/>; equal seeds give equal orders.</param>
    /// <returns>The view.</returns>
    [CLSCompliant(false)]
    public Dataset Shuffle(ulong seed)
    {
        int[] order = [.. Enumerable.Range(0, Count)];
        RandomSource random = new(seed);
        random.Shuffle(order);
        return DatasetView.Of(this, order);
    }

    /// <summary>Divides the samples at random between two sets, for example for training and validation.</summary>
    /// <remarks>
    /// <para>The first part has fraction · <see cref="Count"/> samples, rounded to the nearest, halves upward, with the fraction
    /// as a decimal number of 15 digits; the second has the others. Both are in random order.</para>
    /// <para>Where there is one label a sample, each class is divided in the same proportion (stratified), unless told otherwise: of a class of n samples,
    /// the first part has n · (its size / <see cref="Count"/>) rounded down, and what is still missing in all comes by one from the classes with the largest
    /// remainders, of equal ones from the lower label. A class of few samples may so be absent from a part.</para>
    /// </remarks>
    /// <param name="fraction">The first part's share, over 0 and under 1.</param>
    /// <param name="seed">Of the <see cref="RandomSource"/>; equal seeds give equal parts.</param>
    /// <param name="stratify">Whether each class is divided in the same proportion; without effect where a sample has several labels, or targets.</param>
    /// <returns>Views of the two parts.</returns>
    /// <exception cref="ArgumentException">The fraction is out of range, or a part would be empty.</exception>
    [CLSCompliant(false)]
    public (Dataset First, Dataset Second) Split(double fraction, ulong seed = 0, bool stratify = true)
    {
        int[] sizes = DatasetSplit.Sizes(Count, fraction, nameof(fraction));
        Dataset[] parts = DatasetSplit.Of(this, sizes, seed, stratify);
        return (parts[0], parts[1]);
    }

    /// <summary>Divides the samples at random between several sets, for example for training, validation and test.</summary>
    /// <remarks>
    /// <para>The sizes are the fractions of <see cref="Count"/> rounded down, and the samples that are left go by one to the parts with the largest remainders, of equal
    /// ones to the earlier.</para>
    /// <para>Where there is one label a sample, each class is divided in the same proportion: part for part, from what the parts before have left, as
    /// <see cref="Split(double, ulong, bool)"/> says.</para>
    /// </remarks>
    /// <param name="fractions">The share of each part, over 0; their sum is 1.</param>
    /// <param name="seed">Of the <see cref="RandomSource"/>; equal seeds give equal parts.</param>
    /// <param name="stratify">Whether each class is divided in the same proportion; without effect where a sample has several labels, or targets.</param>
    /// <returns>Views of the parts, in the order of the fractions.</returns>
    /// <exception cref="ArgumentException">A fraction is out of range, their sum is not 1, or a part would be empty.</exception>
    [CLSCompliant(false)]
    public IReadOnlyList<Dataset> Split(IReadOnlyList<double> fractions, ulong seed = 0, bool stratify = true)
    {
        ArgumentNullException.ThrowIfNull(fractions);
        int[] sizes = DatasetSplit.Sizes(Count, fractions, nameof(fractions));
        return DatasetSplit.Of(this, sizes, seed, stratify);
    }

    /// <summary>The labels as targets, for losses over soft targets: 1 at the label's class and 0 elsewhere.</summary>
    /// <remarks>
    /// <para>With smoothing s, (1 - s) at the class and s / classes added everywhere (Szegedy et al. 2016, "Rethinking the Inception Architecture for Computer Vision",
    /// section 7).</para>
    /// <para>With several labels a sample, such as a class at each pixel, the classes are planes, one after the other, as a model's output (classes, height, width).</para>
    /// <para>Labels are looked at when a sample is read: one that is no class throws <see cref="InvalidOperationException"/> then.</para>
    /// </remarks>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="smoothing">The share that goes to all classes evenly, from 0 and under 1.</param>
    /// <returns>The view, with classes · <see cref="LabelSize"/> targets a sample.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no class, or the smoothing is out of range.</exception>
    /// <exception cref="NotSupportedException">The samples have targets already.</exception>
    public Dataset OneHot(int classes, float smoothing = 0)
    {
        Check.AtLeastOne(classes, nameof(classes));
        Check.UnderOne(smoothing, nameof(smoothing));
        return LabelSize > 0
            ? new OneHotDataset(this, classes, smoothing)
            : throw new NotSupportedException(FormattableString.Invariant($"expected labels, actual {TargetSize} targets a sample"));
    }
}

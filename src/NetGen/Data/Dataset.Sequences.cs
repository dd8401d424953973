namespace NetGen;

/// <content>Sets of samples that a user's own code makes one by one.</content>
public abstract partial class Dataset
{
    /// <summary>The bytes that a sequence's samples may take unless told otherwise: 2 GiB.</summary>
    public const long DefaultSequenceBytes = 2L << 30;

    /// <summary>Reads a sequence to its end and keeps copies of its samples in memory.</summary>
    /// <param name="inputShape">Channels, height, width; or features alone.</param>
    /// <param name="samples">The samples; all have as many labels or targets as the first.</param>
    /// <param name="maxBytes">The bytes that inputs, labels and targets may take in all, so that an endless sequence does not take all memory.</param>
    /// <param name="classNames">The set's <see cref="ClassNames"/>.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentException">There is no sample, or one does not fit the shape or the first sample; the message has its number, from 0.</exception>
    /// <exception cref="InvalidOperationException">The samples take more than <paramref name="maxBytes"/>.</exception>
    public static Dataset FromSequence(
        IReadOnlyList<int> inputShape, IEnumerable<Sample> samples, long maxBytes = DefaultSequenceBytes, IReadOnlyList<string>? classNames = null)
    {
        SampleCollector collector = new(inputShape, maxBytes);
        ArgumentNullException.ThrowIfNull(samples);
        foreach (Sample sample in samples)
        {
            collector.Add(sample);
        }

        return collector.ToDataset(classNames);
    }

    /// <summary>Reads an asynchronous sequence to its end and keeps copies of its samples in memory.</summary>
    /// <param name="inputShape">Channels, height, width; or features alone.</param>
    /// <param name="samples">The samples; all have as many labels or targets as the first.</param>
    /// <param name="maxBytes">The bytes that inputs, labels and targets may take in all, so that an endless sequence does not take all memory.</param>
    /// <param name="classNames">The set's <see cref="ClassNames"/>.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentException">There is no sample, or one does not fit the shape or the first sample; the message has its number, from 0.</exception>
    /// <exception cref="InvalidOperationException">The samples take more than <paramref name="maxBytes"/>.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static async Task<Dataset> FromSequenceAsync(
        IReadOnlyList<int> inputShape,
        IAsyncEnumerable<Sample> samples,
        long maxBytes = DefaultSequenceBytes,
        IReadOnlyList<string>? classNames = null,
        CancellationToken cancellationToken = default)
    {
        SampleCollector collector = new(inputShape, maxBytes);
        ArgumentNullException.ThrowIfNull(samples);
        await foreach (Sample sample in samples.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // A sequence need not look at the token itself.
            cancellationToken.ThrowIfCancellationRequested();
            collector.Add(sample);
        }

        return collector.ToDataset(classNames);
    }
}

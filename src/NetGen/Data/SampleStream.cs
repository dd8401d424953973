namespace NetGen;

/// <summary>Samples that come one after the other and are never all in memory, for <see cref="Trainer.Fit(SampleStream, Dataset?, CancellationToken)"/>: PyTorch's <c>IterableDataset</c>.</summary>
/// <remarks>
/// <para>
/// Each epoch reads the sequence anew, in its order, one sample at a time, on one thread at a time; the sequence may fill the same arrays again, since each sample is copied when it comes. It is
/// mixed as far as <see cref="ShuffleBuffer"/> reaches. The transforms run on all of <see cref="Trainer.LoaderThreads"/>, and their random numbers depend on the seed, the epoch and the sample's place in the
/// sequence, so that the bits do not depend on the number of threads.
/// </para>
/// <para>
/// A training that goes on in the middle of an epoch reads that epoch's sequence from its beginning and passes over what was used: it comes to the same bits where the sequence gives the same
/// samples again, and costs the time of reading them, without transforms and steps. Samples that were already used are otherwise not read again.
/// </para>
/// </remarks>
/// <example><code>
/// SampleStream stream = new([3, 32, 32], _ => ReadAsync(path)) { SamplesPerEpoch = 1_000_000, ShuffleBuffer = 10_000 };
/// trainer.Fit(stream, validation);
/// </code></example>
public sealed class SampleStream
{
    /// <summary>The bytes that <see cref="ShuffleBuffer"/> may take: what an array can hold.</summary>
    private static readonly long s_most = Array.MaxLength;

    private readonly Func<int, IAsyncEnumerable<Sample>> _open;

    /// <summary>Takes a sequence that is the same in each epoch.</summary>
    /// <param name="inputShape">Channels, height, width; or features alone.</param>
    /// <param name="samples">The samples, which can be read several times; it is given a token that ends its waiting.</param>
    /// <param name="labelSize">Labels a sample: 1 for a class, height × width for a class at each pixel, 0 where there are targets.</param>
    /// <param name="targetSize">Target floats a sample; 0 where there are labels.</param>
    /// <exception cref="ArgumentException">A size is out of range, or there are both labels and targets, or neither.</exception>
    public SampleStream(IReadOnlyList<int> inputShape, IAsyncEnumerable<Sample> samples, int labelSize = 1, int targetSize = 0)
        : this(inputShape, Same(samples), labelSize, targetSize)
    {
    }

    /// <summary>Takes a sequence for each epoch.</summary>
    /// <param name="inputShape">Channels, height, width; or features alone.</param>
    /// <param name="open">Gives an epoch's samples by its number, from 1; called again where a training goes on in the middle of the epoch.</param>
    /// <param name="labelSize">Labels a sample: 1 for a class, height × width for a class at each pixel, 0 where there are targets.</param>
    /// <param name="targetSize">Target floats a sample; 0 where there are labels.</param>
    /// <exception cref="ArgumentException">A size is out of range, or there are both labels and targets, or neither.</exception>
    public SampleStream(IReadOnlyList<int> inputShape, Func<int, IAsyncEnumerable<Sample>> open, int labelSize = 1, int targetSize = 0)
    {
        ArgumentNullException.ThrowIfNull(open);
        Sizes = SampleSizes.Of(inputShape, labelSize, targetSize);
        _open = open;
    }

    /// <summary>The sizes of an input: channels, height, width; or features alone.</summary>
    public IReadOnlyList<int> InputShape => Sizes.InputShape;

    /// <summary>Labels a sample; 0 where there are targets.</summary>
    public int LabelSize => Sizes.Labels;

    /// <summary>Target floats a sample; 0 where there are labels.</summary>
    public int TargetSize => Sizes.Targets;

    /// <summary>
    /// How many samples an epoch takes from the sequence, which must have as many and may have more; <see langword="null"/> for all until its end. Without it nobody knows how many steps there will be:
    /// a <see cref="Trainer.Schedule"/> and <see cref="Trainer.AccumulateBatches"/> need it, and the time left is not told.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is under 1.</exception>
    public int? SamplesPerEpoch
    {
        get;
        init => field = value is { } count ? Check.AtLeastOne(count, nameof(SamplesPerEpoch)) : null;
    }

    /// <summary>
    /// How many samples are kept, of which one is drawn at random each time and the next of the sequence takes its place: <c>shuffle(buffer_size)</c> of <c>tf.data</c>. The order depends on
    /// <see cref="Trainer.Seed"/> and the epoch alone. With 1 the sequence's order stays.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is under 1, or the samples would take more floats than an array can hold.</exception>
    public int ShuffleBuffer
    {
        get;
        init => field = Check.InRange(value, 1, (int)(s_most / Sizes.Largest), nameof(ShuffleBuffer));
    } = 1;

    /// <summary>The sizes together.</summary>
    internal SampleSizes Sizes { get; }

    /// <summary>An epoch's sequence.</summary>
    internal IAsyncEnumerable<Sample> Open(int epoch) => _open(epoch) ?? throw new InvalidOperationException("expected a sequence of samples, actual null");

    private static Func<int, IAsyncEnumerable<Sample>> Same(IAsyncEnumerable<Sample> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return _ => samples;
    }
}

namespace NetGen;

/// <summary>
/// Mixes a stream of samples as far as so many reach: one of those that are kept is drawn at random, and the next of the stream takes its place, as <c>tf.data</c>'s <c>shuffle</c> does. With a
/// buffer of one the order stays.
/// </summary>
internal sealed class ShuffleBuffer(SampleStream stream, ulong seed, CancellationToken cancellation) : IDisposable
{
    private readonly SampleSizes _sizes = stream.Sizes;
    private readonly SampleReader _reader = new(stream, cancellation);
    private readonly float[] _inputs = new float[stream.ShuffleBuffer * stream.Sizes.Input];
    private readonly int[] _labels = new int[stream.ShuffleBuffer * stream.Sizes.Labels];
    private readonly float[] _targets = new float[stream.ShuffleBuffer * stream.Sizes.Targets];
    private readonly int[] _numbers = new int[stream.ShuffleBuffer];
    private RandomSource _random;
    private int _count;
    private long _skipped;

    /// <summary>Starts an epoch; its first samples are passed over at the first draw.</summary>
    public void Begin(int epoch, long skipped)
    {
        _reader.Open(epoch);
        _count = 0;
        _skipped = skipped;

        // As the order of a data set: no sample has the number -1.
        _random = new RandomSource(seed, epoch, -1);
    }

    /// <summary>Draws samples into a batch.</summary>
    /// <returns>How many there were.</returns>
    public int Draw(BatchBuffer batch, int size)
    {
        for (; _skipped > 0 && Fill(); _skipped--)
        {
            Drop(Choose());
        }

        int drawn = 0;
        for (; drawn < size && Fill(); drawn++)
        {
            int place = Choose();
            batch.Put(
                drawn, _numbers[place], Part(_inputs, place, _sizes.Input), Part(_labels, place, _sizes.Labels), Part(_targets, place, _sizes.Targets));
            Drop(place);
        }

        return drawn;

        static ReadOnlySpan<T> Part<T>(T[] all, int place, int size) => all.AsSpan(place * size, size);
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private int Choose() => _random.Next(_count);

    /// <summary>The last takes the place of one that is gone; the next of the stream comes at the end.</summary>
    private void Drop(int place)
    {
        _count--;
        if (place != _count)
        {
            Array.Copy(_inputs, _count * _sizes.Input, _inputs, place * _sizes.Input, _sizes.Input);
            Array.Copy(_labels, _count * _sizes.Labels, _labels, place * _sizes.Labels, _sizes.Labels);
            Array.Copy(_targets, _count * _sizes.Targets, _targets, place * _sizes.Targets, _sizes.Targets);
            _numbers[place] = _numbers[_count];
        }
    }

    /// <summary>Fills the buffer as far as the stream has samples; whether there is any.</summary>
    private bool Fill()
    {
        while (_count < _numbers.Length && _reader.Next is var number && _reader.TryRead(out Sample sample))
        {
            sample.Input.CopyTo(_inputs.AsSpan(_count * _sizes.Input));
            sample.Labels.CopyTo(_labels.AsSpan(_count * _sizes.Labels));
            sample.Targets.CopyTo(_targets.AsSpan(_count * _sizes.Targets));
            _numbers[_count] = number;
            _count++;
        }

        return _count > 0;
    }
}

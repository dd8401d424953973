namespace NetGen;

/// <summary>Reads a <see cref="SampleStream"/> sample by sample on the thread that asks, which must be one at a time.</summary>
internal sealed class SampleReader(SampleStream stream, CancellationToken cancellation) : IDisposable
{
    private IAsyncEnumerator<Sample>? _samples;
    private int _epoch;

    /// <summary>The place in the sequence of the sample that comes next, from 0.</summary>
    public int Next { get; private set; }

    /// <summary>Starts an epoch.</summary>
    public void Open(int epoch)
    {
        Dispose();
        _epoch = epoch;
        Next = 0;
        _samples = Apart(() => stream.Open(epoch).GetAsyncEnumerator(cancellation));
    }

    /// <summary>The next sample, or false at the epoch's end.</summary>
    /// <exception cref="SampleStreamException">The sequence failed, ended early, or gave a sample that does not fit.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public bool TryRead(out Sample sample)
    {
        sample = default;
        if (_samples is null)
        {
            return false;
        }

        if (Next == stream.SamplesPerEpoch || !Apart(MoveNext))
        {
            int read = Next;
            Dispose();
            return stream.SamplesPerEpoch is { } wanted && read < wanted
                ? throw new SampleStreamException(_epoch, read, FormattableString.Invariant($"expected {wanted} samples, actual {read}"))
                : false;
        }

        sample = _samples.Current;
        CheckFit(sample);
        Next = checked(Next + 1);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_samples is { } samples)
        {
            _samples = null;
            Apart(() => End(samples));
        }
    }

    /// <summary>Waits here, since a network's batch needs its samples now.</summary>
    private static bool End(IAsyncEnumerator<Sample> samples)
    {
        ValueTask end = samples.DisposeAsync();
        if (!end.IsCompletedSuccessfully)
        {
            end.AsTask().GetAwaiter().GetResult();
        }

        return true;
    }

    private bool MoveNext()
    {
        cancellation.ThrowIfCancellationRequested();
        IAsyncEnumerator<Sample> samples = _samples!;
        ValueTask<bool> move = samples.MoveNextAsync();
        if (move.IsCompleted)
        {
            return move.GetAwaiter().GetResult();
        }

        Task<bool> task = move.AsTask();
        try
        {
            return task.WaitAsync(cancellation).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (!task.IsCompleted)
        {
            // A sequence that does not look at the token is left behind, and disposed of when it comes round.
            _samples = null;
            _ = task.ContinueWith(_ => samples.DisposeAsync().AsTask(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw;
        }
    }

    /// <summary>Calls a user's code without the thread's context: a sequence that went on in the context of a thread that waits for it would never go on.</summary>
    private T Apart<T>(Func<T> call)
    {
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return call();
        }
        catch (Exception e) when (!(e is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            throw new SampleStreamException(_epoch, Next, e.Message, e);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private void CheckFit(in Sample sample)
    {
        SampleSizes sizes = stream.Sizes;
        int labels = sample.Labels?.Length ?? 0;
        int targets = sample.Targets?.Length ?? 0;
        if (sample.Input is null)
        {
            throw Wrong($"expected an input with labels or targets, actual no input");
        }

        if (sample.Input.Length != sizes.Input)
        {
            throw Wrong($"expected {sizes.Input} floats for an input of shape {ShapeText.Of(sizes.InputShape)}, actual {sample.Input.Length}");
        }

        if (labels != sizes.Labels || targets != sizes.Targets)
        {
            throw Wrong($"expected {sizes.Labels} labels and {sizes.Targets} targets, actual {labels} and {targets}");
        }
    }

    private SampleStreamException Wrong(FormattableString problem) => new(_epoch, Next, FormattableString.Invariant(problem));
}

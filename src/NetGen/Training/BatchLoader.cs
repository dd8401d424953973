using System.Runtime.ExceptionServices;

namespace NetGen;

/// <summary>
/// Fills batches ahead of the step that uses them, on threads of its own. The batches come in their order and are filled by their numbers alone, so that the
/// bits do not depend on how many threads there are.
/// </summary>
internal sealed class BatchLoader : IDisposable
{
    private readonly IBatchFeed _feed;
    private readonly int _batchSize;
    private readonly BatchBuffer[] _buffers;
    private readonly bool[] _filled;
    private readonly Thread[] _threads;
    private readonly object _lock = new();

    /// <summary>Held while a batch gets its number and its samples, so that both go up together.</summary>
    private readonly object _drawing = new();

    private int _epoch;

    /// <summary>How many batches the epoch has; the most there can be until its end was met.</summary>
    private int _batches;

    /// <summary>The next batch to be filled, and the next to be used.</summary>
    private int _next;
    private int _used;
    private bool _stopping;

    /// <summary>The first batch that could not be filled, and why; those before it come all the same, so that what was trained on does not depend on the threads.</summary>
    private int _failed;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Makes the buffers and starts the threads.</summary>
    /// <param name="recipe">How batches are filled.</param>
    /// <param name="batchSize">Samples of a whole batch.</param>
    /// <param name="threads">How many threads fill batches; with 0 the thread that uses them does.</param>
    /// <param name="cancellation">Ends the waiting for a stream.</param>
    public BatchLoader(BatchRecipe recipe, int batchSize, int threads, CancellationToken cancellation = default)
    {
        _feed = recipe.Stream is { } stream ? new StreamFeed(stream, recipe, cancellation) : new DatasetFeed(recipe.Dataset!, recipe);
        _batchSize = batchSize;
        threads = Math.Max(0, Math.Min(threads, _feed.MostBatches(batchSize) - 1));

        // One is used while each thread fills another.
        _buffers = [.. Enumerable.Range(0, threads + 1).Select(_ => new BatchBuffer(recipe, recipe.RoomFor(batchSize)))];
        _filled = new bool[_buffers.Length];
        _threads = [.. Enumerable.Range(1, threads).Select(i => new Thread(Loop) { IsBackground = true, Name = $"NetGen loader {i}" })];
        foreach (Thread thread in _threads)
        {
            thread.Start();
        }
    }

    /// <summary>Starts an epoch; the last one must have been used up.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="samples">How many of the epoch's samples are used; null for all there are.</param>
    /// <param name="first">The first batch that is wanted.</param>
    public void Begin(int epoch, int? samples, int first = 0)
    {
        lock (_lock)
        {
            _failure?.Throw();
            _feed.Begin(epoch, samples, (long)first * _batchSize);
            _epoch = epoch;
            _batches = samples is { } count ? ((count - 1) / _batchSize) + 1 : int.MaxValue;
            _next = _used = first;
            Array.Clear(_filled);
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Whether the epoch has a further batch; waits until that is known. The batch before may be overwritten from now on.</summary>
    public bool HasNext()
    {
        int place = _used % _buffers.Length;
        if (_threads.Length == 0)
        {
            _filled[place] = _filled[place] || (_used < _batches && Fill(_used, _buffers[place]));
            return _filled[place];
        }

        lock (_lock)
        {
            while (!_filled[place] && _used < _batches)
            {
                ThrowAt(_used);
                Monitor.Wait(_lock);
            }

            return _filled[place];
        }
    }

    /// <summary>The next batch, which there must be; the one before it may be overwritten from now on.</summary>
    public BatchBuffer Next()
    {
        int place = _used % _buffers.Length;
        if (_threads.Length == 0)
        {
            _ = HasNext();
            _used++;
            _filled[place] = false;
            return _buffers[place];
        }

        lock (_lock)
        {
            _used++;
            Monitor.PulseAll(_lock);
            while (!_filled[place])
            {
                ThrowAt(_used - 1);
                Monitor.Wait(_lock);
            }

            _filled[place] = false;
            return _buffers[place];
        }
    }

    /// <summary>Ends the threads; what they are filling is waited for.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _stopping = true;
            Monitor.PulseAll(_lock);
        }

        _feed.Stop();
        foreach (Thread thread in _threads)
        {
            thread.Join();
        }

        _feed.Dispose();
    }

    /// <summary>Throws what kept a batch from being filled.</summary>
    private void ThrowAt(int batch)
    {
        if (batch >= _failed)
        {
            _failure?.Throw();
        }
    }

    /// <summary>Fills a batch; false where the epoch had ended before it.</summary>
    private bool Fill(int batch, BatchBuffer buffer)
    {
        int count = Draw(batch, buffer);
        if (count > 0)
        {
            _feed.Finish(buffer, count, _epoch, batch);
        }

        return count > 0;
    }

    /// <summary>Gives a batch its samples, and notes the epoch's end.</summary>
    private int Draw(int batch, BatchBuffer buffer)
    {
        int count = _feed.Draw(buffer, batch, _batchSize);
        if (count < _batchSize)
        {
            lock (_lock)
            {
                _batches = Math.Min(_batches, count == 0 ? batch : batch + 1);
                Monitor.PulseAll(_lock);
            }
        }

        return count;
    }

    private void Loop()
    {
        int batch = 0;
        try
        {
            while (true)
            {
                int count;
                BatchBuffer buffer;
                lock (_drawing)
                {
                    batch = Take();
                    if (batch < 0)
                    {
                        return;
                    }

                    buffer = _buffers[batch % _buffers.Length];
                    count = Draw(batch, buffer);
                }

                if (count > 0)
                {
                    _feed.Finish(buffer, count, _epoch, batch);
                    lock (_lock)
                    {
                        _filled[batch % _buffers.Length] = true;
                        Monitor.PulseAll(_lock);
                    }
                }
            }
        }
        catch (Exception e)
        {
            // A data set, a stream or a transform of the user's: told on the thread that trains.
            lock (_lock)
            {
                if (_failure is null || batch < _failed)
                {
                    _failed = batch;
                    _failure = ExceptionDispatchInfo.Capture(e);
                }

                Monitor.PulseAll(_lock);
            }
        }
    }

    /// <summary>The next batch that has room, or -1 at the end. The batch in use, the one before <see cref="_used"/>, keeps its buffer.</summary>
    private int Take()
    {
        lock (_lock)
        {
            while (!_stopping && _failure is null && (_next >= _batches || _next > _used - 1 + _threads.Length))
            {
                Monitor.Wait(_lock);
            }

            return _stopping || _failure is not null ? -1 : _next++;
        }
    }
}

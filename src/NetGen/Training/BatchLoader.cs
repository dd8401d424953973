using System.Runtime.ExceptionServices;

namespace NetGen;

/// <summary>
/// Fills batches ahead of the step that uses them, on threads of its own. The batches come in their order and are filled by their numbers alone, so that the
/// bits do not depend on how many threads there are.
/// </summary>
internal sealed class BatchLoader : IDisposable
{
    private readonly BatchRecipe _recipe;
    private readonly int _batchSize;
    private readonly int[] _order;
    private readonly BatchBuffer[] _buffers;
    private readonly bool[] _filled;
    private readonly Thread[] _threads;
    private readonly object _lock = new();
    private int _samples;
    private int _epoch;
    private int _batches;

    /// <summary>The next batch to be filled, and the next to be used.</summary>
    private int _next;
    private int _used;
    private bool _stopping;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Makes the buffers and starts the threads.</summary>
    /// <param name="recipe">How batches are filled.</param>
    /// <param name="batchSize">Samples of a whole batch.</param>
    /// <param name="threads">How many threads fill batches; with 0 the thread that uses them does.</param>
    public BatchLoader(BatchRecipe recipe, int batchSize, int threads)
    {
        _recipe = recipe;
        _batchSize = batchSize;
        _order = new int[recipe.Dataset.Count];
        int whole = ((recipe.Dataset.Count - 1) / batchSize) + 1;
        threads = Math.Min(threads, whole - 1);

        // One is used while each thread fills another.
        _buffers = [.. Enumerable.Range(0, Math.Max(threads, 0) + 1).Select(_ => new BatchBuffer(recipe, batchSize))];
        _filled = new bool[_buffers.Length];
        _threads = [.. Enumerable.Range(1, Math.Max(threads, 0)).Select(i => new Thread(Loop) { IsBackground = true, Name = $"NetGen loader {i}" })];
        foreach (Thread thread in _threads)
        {
            thread.Start();
        }
    }

    /// <summary>Starts an epoch; the last one must have been used up.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="samples">How many of the epoch's samples are used.</param>
    /// <param name="first">The first batch that is wanted.</param>
    public void Begin(int epoch, int samples, int first = 0)
    {
        lock (_lock)
        {
            _recipe.Order(_order, epoch);
            _epoch = epoch;
            _samples = samples;
            _batches = ((samples - 1) / _batchSize) + 1;
            _next = _used = first;
            Array.Clear(_filled);
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>The next batch; the one before it may be overwritten from now on.</summary>
    public BatchBuffer Next()
    {
        if (_threads.Length == 0)
        {
            Fill(_used, _buffers[0]);
            _used++;
            return _buffers[0];
        }

        lock (_lock)
        {
            int place = _used % _buffers.Length;
            _used++;
            Monitor.PulseAll(_lock);
            while (!_filled[place])
            {
                _failure?.Throw();
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

        foreach (Thread thread in _threads)
        {
            thread.Join();
        }
    }

    private void Fill(int batch, BatchBuffer buffer)
    {
        int start = batch * _batchSize;
        buffer.Fill(_order.AsSpan(start, int.Min(_batchSize, _samples - start)), _epoch, batch);
    }

    private void Loop()
    {
        try
        {
            while (Take() is var batch and >= 0)
            {
                Fill(batch, _buffers[batch % _buffers.Length]);
                lock (_lock)
                {
                    _filled[batch % _buffers.Length] = true;
                    Monitor.PulseAll(_lock);
                }
            }
        }
        catch (Exception e)
        {
            // A data set or a transform of the user's: told on the thread that trains.
            lock (_lock)
            {
                _failure ??= ExceptionDispatchInfo.Capture(e);
                Monitor.PulseAll(_lock);
            }
        }
    }

    /// <summary>The next batch that has room, or -1 at the end. The batch in use, the one before <see cref="_used"/>, keeps its buffer.</summary>
    private int Take()
    {
        lock (_lock)
        {
            while (!_stopping && (_next >= _batches || _next > _used - 1 + _threads.Length))
            {
                Monitor.Wait(_lock);
            }

            return _stopping ? -1 : _next++;
        }
    }
}

namespace NetGen.Runtime;

/// <summary>Work that falls into numbered items which may run on any thread.</summary>
internal interface IWork
{
    /// <summary>Runs one item.</summary>
    /// <param name="item">The item's number.</param>
    /// <param name="worker">The number of the worker that runs it, below the pool's number of threads.</param>
    void Run(int item, int worker);
}

/// <summary>
/// Threads that wait for work between steps. They spin for a moment before they sleep, since the phases of a step follow each other
/// within microseconds. A pool of one runs everything on the caller's thread and starts none.
/// </summary>
internal sealed class WorkerPool : IDisposable
{
    private const int Spins = 2000;
    private const int SpinsToYield = 50;
    private const int ShortSpins = 200;

    private readonly Thread[] _threads;
    private readonly SemaphoreSlim[] _wake;
    private readonly bool[] _asleep;
    private IWork? _work;
    private int _items;
    private int _next;
    private int _running;
    private int _round;
    private volatile bool _stopping;
    private Exception? _failure;

    public WorkerPool(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        Threads = threads;
        _threads = new Thread[threads - 1];
        _wake = new SemaphoreSlim[threads - 1];
        _asleep = new bool[threads - 1];
        for (int i = 0; i < _threads.Length; i++)
        {
            int worker = i + 1;
            _wake[i] = new SemaphoreSlim(0);
            _threads[i] = new Thread(() => Loop(worker)) { IsBackground = true, Name = $"NetGen worker {worker}" };
            try
            {
                _threads[i].Start();
            }
            catch
            {
                // Those that began would wait for ever.
                Abandon();
                throw;
            }
        }
    }

    /// <summary>How many threads take part, the caller's among them.</summary>
    public int Threads { get; }

    /// <summary>
    /// How many items of a run are at work at the same time for sure, if there are so many: each thread works for this pool alone and takes another item only when
    /// it has done one. So these may wait for each other.
    /// </summary>
    public int Together => _stopping ? 1 : Threads;

    /// <summary>Runs all items and returns when the last is done.</summary>
    /// <exception cref="Exception">What an item threw; of several, one.</exception>
    public void Run(IWork work, int items)
    {
        // A pool that was given up still does its work, by itself: a finalizer may predict after the model's own has run.
        if (_threads.Length == 0 || items <= 1 || _stopping)
        {
            for (int item = 0; item < items; item++)
            {
                work.Run(item, 0);
            }

            return;
        }

        _work = work;
        _items = items;
        _failure = null;
        Volatile.Write(ref _next, 0);
        Volatile.Write(ref _running, _threads.Length);
        Interlocked.Increment(ref _round);
        for (int i = 0; i < _threads.Length; i++)
        {
            if (Interlocked.Exchange(ref _asleep[i], false))
            {
                _wake[i].Release();
            }
        }

        Drain(0);
        SpinWait spin = default;
        while (Volatile.Read(ref _running) != 0)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }

        _work = null;
        if (_failure is { } failure)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>Tells the threads to end without waiting for them: for owners that were forgotten instead of disposed of.</summary>
    public void Abandon()
    {
        if (_stopping)
        {
            return;
        }

        _stopping = true;
        Interlocked.Increment(ref _round);
        foreach (SemaphoreSlim? wake in _wake)
        {
            wake?.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_stopping)
        {
            return;
        }

        Abandon();
        foreach (Thread thread in _threads)
        {
            thread.Join();
        }

        foreach (SemaphoreSlim wake in _wake)
        {
            wake.Dispose();
        }
    }

    private void Loop(int worker)
    {
        int seen = 0;
        while (true)
        {
            Wait(worker - 1, seen);
            if (_stopping)
            {
                return;
            }

            seen++;
            Drain(worker);
            Interlocked.Decrement(ref _running);
        }
    }

    private void Wait(int index, int seen)
    {
        for (int spin = 0; spin < Spins; spin++)
        {
            if (Volatile.Read(ref _round) != seen)
            {
                return;
            }

            // Where another program has the other processors, the thread that brings the work may be waiting for this one's.
            if (spin % SpinsToYield == SpinsToYield - 1)
            {
                Thread.Yield();
            }

            // Most work follows within microseconds: the first looks come soon after each other.
            Thread.SpinWait(spin < ShortSpins ? 2 : 20);
        }

        while (Volatile.Read(ref _round) == seen)
        {
            // Declare sleep first, then look once more: a round that begins in between either sees the mark or is seen here.
            Interlocked.Exchange(ref _asleep[index], true);
            if (Volatile.Read(ref _round) != seen)
            {
                if (!Interlocked.Exchange(ref _asleep[index], false))
                {
                    _wake[index].Wait();
                }

                return;
            }

            _wake[index].Wait();
        }
    }

    private void Drain(int worker)
    {
        while (true)
        {
            int item = Interlocked.Increment(ref _next) - 1;
            if (item >= _items)
            {
                return;
            }

            try
            {
                _work!.Run(item, worker);
            }
            catch (Exception failure)
            {
                Interlocked.CompareExchange(ref _failure, failure, null);
            }
        }
    }
}

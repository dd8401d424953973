using System.Diagnostics;

namespace NetGen.Runtime;

/// <summary>
/// Where threads that work at the same thing wait for each other. They spin for a moment, since calls take microseconds; then they let others run, who may be
/// what a late thread waits for; then they sleep.
/// </summary>
internal sealed class TeamBarrier
{
    private const int Spins = 1000;
    private const int Yields = 200;

    private readonly object _sleep = new();
    private int _spins;
    private int _parts = 1;
    private int _left = 1;
    private int _round;
    private int _sleeping;
    private long _waited;
    private volatile bool _broken;

    /// <summary>How long threads have waited since the start, all together and beside moments, in ticks of <see cref="Stopwatch"/>.</summary>
    public long Waited => _waited;

    /// <summary>Begins anew; nobody may be waiting.</summary>
    /// <param name="parts">How many threads meet.</param>
    public void Start(int parts)
    {
        // More threads than processors: one who spins keeps another from coming.
        _spins = parts <= Environment.ProcessorCount ? Spins : 0;
        _waited = 0;
        _parts = parts;
        _broken = false;
        Volatile.Write(ref _left, parts);
    }

    /// <summary>Returns when all threads are here, or when one of them will not come.</summary>
    public void Wait()
    {
        int round = Volatile.Read(ref _round);
        if (Interlocked.Decrement(ref _left) == 0)
        {
            // Nobody counts down again before the round is over.
            Volatile.Write(ref _left, _parts);
            Interlocked.Increment(ref _round);
            WakeAll();
            return;
        }

        for (int spin = 0; spin < _spins; spin++)
        {
            if (IsOver(round))
            {
                return;
            }

            Thread.SpinWait(2);
        }

        long since = Stopwatch.GetTimestamp();
        WaitLonger(round);
        Interlocked.Add(ref _waited, Stopwatch.GetTimestamp() - since);
    }

    /// <summary>Lets all threads pass from now on: one of them has failed. What they compute is of no use any more.</summary>
    public void Break()
    {
        _broken = true;
        Interlocked.MemoryBarrier();
        WakeAll();
    }

    private void WaitLonger(int round)
    {
        for (int spin = 0; spin < Yields; spin++)
        {
            if (IsOver(round))
            {
                return;
            }

            Thread.Yield();
            Thread.SpinWait(10);
        }

        Sleep(round);
    }

    private bool IsOver(int round) => Volatile.Read(ref _round) != round || _broken;

    private void WakeAll()
    {
        // One who goes to sleep says so first and looks once more: either that is seen here, or the end of the round there.
        if (Volatile.Read(ref _sleeping) == 0)
        {
            return;
        }

        lock (_sleep)
        {
            Monitor.PulseAll(_sleep);
        }
    }

    private void Sleep(int round)
    {
        lock (_sleep)
        {
            Interlocked.Increment(ref _sleeping);
            while (!IsOver(round))
            {
                Monitor.Wait(_sleep);
            }

            Interlocked.Decrement(ref _sleeping);
        }
    }
}

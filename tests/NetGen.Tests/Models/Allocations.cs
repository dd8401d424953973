using NetGen.Runtime;
using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>Bytes that calls allocate.</summary>
internal static class Allocations
{
    /// <summary>
    /// Bytes of the smallest object. A thread takes memory by contexts of 8 KB, and what is left of one counts as allocated when the runtime takes it
    /// away, as a collection does: at most once for a thread that allocates nothing. So the limit on what 700 calls or more allocate is half an object
    /// a call, which is above that and below any call that allocates.
    /// </summary>
    public const long SmallestObject = 24;

    /// <summary>Bytes that so many calls allocate on the thread that makes them.</summary>
    public static long OnThisThread(Action action, int calls = 1)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < calls; i++)
        {
            action();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Bytes that so many calls allocate on each of a pool's threads, the caller's first. What other threads of the process do does not count.</summary>
    public static long[] OnThreadsOf(WorkerPool pool, Action action, int calls)
    {
        Meter before = new(pool.Threads);
        Meter after = new(pool.Threads);

        // Takes the threads' contexts away now instead of while they are watched.
        GC.Collect();
        pool.Run(before, pool.Threads);
        for (int i = 0; i < calls; i++)
        {
            action();
        }

        pool.Run(after, pool.Threads);
        return [.. after.Bytes.Zip(before.Bytes, (more, less) => more - less)];
    }

    /// <summary>Less than an object in two calls, on this thread and on each of the model's workers.</summary>
    public static void ShouldBeNone(Model model, Action action)
    {
        const int Calls = 800;
        for (int i = 0; i < 40; i++)
        {
            action();
        }

        OnThreadsOf(model.Pool, action, Calls).ShouldAllBe(bytes => bytes < Calls * SmallestObject / 2);
    }

    /// <summary>Reads each thread's counter: no item ends before all have begun, so that every thread takes one.</summary>
    private sealed class Meter(int threads) : IWork
    {
        private int _begun;

        public long[] Bytes { get; } = new long[threads];

        public void Run(int item, int worker)
        {
            Bytes[worker] = GC.GetAllocatedBytesForCurrentThread();
            Interlocked.Increment(ref _begun);
            while (Volatile.Read(ref _begun) < Bytes.Length)
            {
                Thread.Yield();
            }
        }
    }
}

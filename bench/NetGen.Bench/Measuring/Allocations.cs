namespace NetGen.Bench.Measuring;

/// <summary>Counts the managed bytes that a run of an action allocates.</summary>
internal static class Allocations
{
    private const int Runs = 100;

    /// <summary>Means over many runs: on the calling thread, and on all threads together.</summary>
    public static (double Own, double All) PerRun(Action action)
    {
        action();
        long all = GC.GetTotalAllocatedBytes(precise: true);
        long own = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Runs; i++)
        {
            action();
        }

        own = GC.GetAllocatedBytesForCurrentThread() - own;
        all = GC.GetTotalAllocatedBytes(precise: true) - all;
        return ((double)own / Runs, (double)all / Runs);
    }
}

namespace NetGen.Tests.Models;

/// <summary>Bytes that calls allocate.</summary>
internal static class Allocations
{
    /// <summary>
    /// Bytes of the smallest object. The runtime counts memory by pieces of 8 KB that a thread takes at once, so a limit on what many calls
    /// allocate is half an object a call: far above that grain, and below any call that allocates at all.
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

    /// <summary>Bytes that so many calls allocate in the whole process, the least of three runs: a call that allocates does so in each run, and
    /// what the runtime and the test's host do beside it comes once.</summary>
    public static long InTheProcess(Action action, int calls)
    {
        long least = long.MaxValue;
        for (int run = 0; run < 3 && least >= calls * SmallestObject / 2; run++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            for (int i = 0; i < calls; i++)
            {
                action();
            }

            least = long.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least;
    }
}

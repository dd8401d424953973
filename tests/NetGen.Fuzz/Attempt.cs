using System.Diagnostics;

namespace NetGen.Fuzz;

/// <summary>How reading a file ended, and what it cost.</summary>
/// <param name="Refusal">The exception, or null where the file was read.</param>
/// <param name="Allocated">Bytes allocated by the calling thread.</param>
/// <param name="Time">How long it took.</param>
internal readonly record struct Attempt(Exception? Refusal, long Allocated, TimeSpan Time)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);

    /// <summary>Reads; once more where it took over a second, which another program's load may have done.</summary>
    public static Attempt Make(Action read)
    {
        Attempt first = Once(read);
        return first.Time < s_longest ? first : Once(read);
    }

    /// <summary>What is wrong with the time or the memory, or null.</summary>
    public string? Excess(long mostBytes) =>
        Time >= s_longest ? $"expected less than 1 s, actual {Time.TotalSeconds:0.0} s"
        : Allocated > mostBytes ? $"expected at most {mostBytes} bytes allocated, actual {Allocated}"
        : null;

    private static Attempt Once(Action read)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        Exception? refusal = null;
        try
        {
            read();
        }
        catch (Exception e)
        {
            refusal = e;
        }

        return new Attempt(refusal, GC.GetAllocatedBytesForCurrentThread() - before, Stopwatch.GetElapsedTime(start));
    }
}

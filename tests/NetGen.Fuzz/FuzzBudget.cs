using System.Diagnostics;

namespace NetGen.Fuzz;

/// <summary>How long a fuzzer goes on and from which seed; it counts cases and failures.</summary>
/// <param name="seed">The first case's seed; the next ones count up.</param>
/// <param name="time">When no further case is begun.</param>
/// <param name="most">The most cases; 1 runs one case again.</param>
internal sealed class FuzzBudget(ulong seed, TimeSpan time, long most = long.MaxValue)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _failures;

    /// <summary>Cases begun so far.</summary>
    public long Cases { get; private set; }

    public int Failures => _failures;

    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>Begins the next case.</summary>
    /// <param name="caseSeed">Its seed.</param>
    /// <returns>Whether there is time for one.</returns>
    public bool Next(out ulong caseSeed)
    {
        caseSeed = unchecked(seed + (ulong)Cases);
        if (Cases >= most || _watch.Elapsed >= time)
        {
            return false;
        }

        Cases++;
        return true;
    }

    /// <summary>Tells of a case that did not hold; from any thread.</summary>
    /// <param name="caseSeed">The seed that makes the case again.</param>
    /// <param name="what">What was expected and what happened.</param>
    public void Fail(ulong caseSeed, string what)
    {
        Interlocked.Increment(ref _failures);
        Console.WriteLine($"  seed {caseSeed}: {what}");
    }
}

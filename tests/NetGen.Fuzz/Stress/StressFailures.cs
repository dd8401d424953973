using System.Collections.Concurrent;

namespace NetGen.Fuzz;

/// <summary>What did not hold in a case, from any of its threads.</summary>
internal sealed class StressFailures
{
    private readonly ConcurrentQueue<string> _found = new();
    private long _calls;
    private long _refused;

    public IReadOnlyCollection<string> Found => _found;

    /// <summary>Calls made, and those of them that were refused as documented.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    /// <inheritdoc cref="Calls"/>
    public long Refused => Interlocked.Read(ref _refused);

    public void Add(string what) => _found.Enqueue(what);

    /// <summary>Notes a value that is not as it must be.</summary>
    public void Expect(ulong expected, ulong actual, string what)
    {
        if (expected != actual)
        {
            Add($"{what}: expected bits {expected:x16}, actual {actual:x16}");
        }
    }

    /// <summary>Makes a call whose only exceptions may be the documented ones.</summary>
    /// <param name="call">Its name.</param>
    /// <param name="on">What it is made on.</param>
    /// <param name="action">The call.</param>
    /// <returns>Whether it was done and not refused.</returns>
    public bool Try(string call, StressOwner on, Action action)
    {
        Interlocked.Increment(ref _calls);
        try
        {
            action();
            return true;
        }
        catch (ObjectDisposedException) when (on.Disposed)
        {
            Interlocked.Increment(ref _refused);
            return false;
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException && e.Message.Contains("CreatePredictor", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _refused);
            return false;
        }
        catch (Exception e)
        {
            Add($"{call} threw {e}");
            return false;
        }
    }
}

using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>What one of several threads does of a call that they share: neighbours among the call's rows, tiles or blocks, in the order of its loops.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TeamShare
{
    /// <summary>The first that is done.</summary>
    public readonly int First;

    /// <summary>Behind the last that is done.</summary>
    public readonly int End;

    private TeamShare(int first, int end)
    {
        First = first;
        End = end;
    }

    /// <summary>How many are done.</summary>
    public int Count => End - First;

    /// <summary>A thread's share of all; the shares of all threads are nearly equal.</summary>
    /// <param name="units">How many there are.</param>
    /// <param name="part">The thread's number among those that share.</param>
    /// <param name="parts">How many threads share.</param>
    /// <returns>The share.</returns>
    public static TeamShare Of(int units, int part, int parts) => new((int)((long)units * part / parts), (int)((long)units * (part + 1) / parts));

    /// <summary>The same where all threads share the same units several times: who does one more than others changes from turn to turn.</summary>
    /// <param name="units">How many there are.</param>
    /// <param name="part">The thread's number among those that share.</param>
    /// <param name="parts">How many threads share.</param>
    /// <param name="turn">The number of the turn.</param>
    /// <returns>The share.</returns>
    public static TeamShare Of(int units, int part, int parts, int turn)
    {
        long shift = turn % parts;
        return new((int)((((long)units * part) + shift) / parts), (int)((((long)units * (part + 1)) + shift) / parts));
    }

    /// <summary>What of it lies in a stretch.</summary>
    /// <param name="start">Where the stretch starts.</param>
    /// <param name="units">How long it is.</param>
    /// <returns>The share, counted from the stretch's start.</returns>
    public TeamShare Within(int start, int units) => new(Math.Max(0, Math.Min(First - start, units)), Math.Max(0, Math.Min(End - start, units)));

    /// <summary>Which places it touches in stretches of equal length: some of one stretch, or all.</summary>
    /// <param name="units">How long a stretch is.</param>
    /// <returns>The places, counted from a stretch's start.</returns>
    public TeamShare Across(int units)
    {
        if (Count == 0)
        {
            return default;
        }

        int stretch = First / units;
        return stretch == (End - 1) / units ? new(First - (stretch * units), End - (stretch * units)) : new(0, units);
    }
}

using System.Diagnostics;

namespace NetGen.Bench.Measuring;

/// <summary>Times an action as the peers' programs do: a few runs to warm up, then all that fit in the time.</summary>
internal static class Clock
{
    private const int FewestRuns = 5;

    /// <summary>The median, as the peers' programs have it.</summary>
    public static double MedianMilliseconds(Action action, double seconds) => Median(Milliseconds(action, seconds));

    /// <summary>The least: for what is held against a peak, which is the best of several too, and for differences.</summary>
    public static double LeastMilliseconds(Action action, double seconds) => Milliseconds(action, seconds).Min();

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static List<double> Milliseconds(Action action, double seconds)
    {
        action();
        action();
        List<double> times = [];
        long began = Stopwatch.GetTimestamp();
        while (times.Count < FewestRuns || Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times;
    }

    /// <summary>The fastest run of each action, over rounds in which they take turns.</summary>
    public static double[] BestMilliseconds(IReadOnlyList<Action> actions, int rounds, double seconds)
    {
        double[] best = new double[actions.Count];
        Array.Fill(best, double.PositiveInfinity);
        for (int turn = 0; turn < rounds * actions.Count; turn++)
        {
            int action = turn % actions.Count;
            actions[action]();
            long began = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
            {
                long start = Stopwatch.GetTimestamp();
                actions[action]();
                best[action] = Math.Min(best[action], Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return best;
    }
}

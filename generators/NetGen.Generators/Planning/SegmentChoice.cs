using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>What a call moves, in floats.</summary>
/// <param name="Live">Values of an image that are alive while it runs.</param>
/// <param name="Touched">Values of an image that it reads and writes.</param>
/// <param name="Weights">Packed weights that it reads.</param>
/// <param name="Crossing">Values of an image that are alive before it and that it or a later call reads.</param>
internal readonly record struct CallTraffic(long Live, long Touched, long Weights, long Crossing);

/// <summary>
/// Cuts the calls of a prediction into segments, each with so many images at a time that least has to come from beyond the second-level cache: weights
/// once for all images of a turn, values where they do not fit, and what crosses from a segment to the next.
/// </summary>
internal static class SegmentChoice
{
    /// <summary>The most images at a time.</summary>
    private const int Most = 64;

    /// <summary>The most values that are alive in a turn of several images, in caches full of them.</summary>
    private const int LargestTurn = 64;

    /// <summary>What a call costs beside its traffic, in floats that could have been read in that time.</summary>
    private const double Call = 512;

    /// <summary>Several segments have to save so much of the traffic.</summary>
    private const double Gain = 0.1;

    /// <summary>The segments in order; the chunk is the most images of one of them.</summary>
    /// <param name="calls">The calls in order.</param>
    /// <param name="cache">Floats that stay in the second-level cache.</param>
    public static List<Segment> Choose(IReadOnlyList<CallTraffic> calls, long cache)
    {
        int options = Options();
        double[] single = new double[options];
        double[] best = new double[options];
        int[][] from = new int[calls.Count][];
        for (int call = 0; call < calls.Count; call++)
        {
            CallTraffic traffic = calls[call];
            from[call] = new int[options];
            int least = Least(best);
            double change = call == 0 ? 0 : best[least] + (2 * traffic.Crossing);
            for (int option = 0; option < options; option++)
            {
                double cost = Cost(traffic, 1 << option, cache);
                single[option] += cost;
                bool changes = call > 0 && change < best[option];
                from[call][option] = changes ? least : option;
                best[option] = (changes ? change : best[option]) + cost;
            }
        }

        int one = Least(single);
        int last = Least(best);
        return calls.Count == 0 || best[last] > (1 - Gain) * single[one]
            ? [new Segment(calls.Count, 1 << one)]
            : Trace(from, last);
    }

    /// <summary>A single segment of all calls, for plans with parts that repeat, whose operands already move.</summary>
    /// <param name="calls">The calls in order.</param>
    /// <param name="end">When the last is made.</param>
    /// <param name="cache">Floats that stay in the second-level cache.</param>
    public static Segment Single(IReadOnlyList<CallTraffic> calls, int end, long cache)
    {
        double[] costs = [.. Enumerable.Range(0, Options()).Select(option => calls.Sum(call => Cost(call, 1 << option, cache)))];
        return new Segment(end, 1 << Least(costs));
    }

    /// <summary>Floats from beyond the cache, for an image. So many images that a value of theirs is too large to count with ints are out of the question.</summary>
    private static double Cost(CallTraffic call, int images, long cache)
    {
        if (images > 1 && images * call.Live > LargestTurn * cache)
        {
            return double.PositiveInfinity;
        }

        double outside = Math.Max(0, 1 - ((double)cache / Math.Max(1, images * call.Live)));
        return ((call.Weights + Call) / images) + (2 * outside * call.Touched);
    }

    /// <summary>How many powers of two come into question.</summary>
    private static int Options()
    {
        int options = 1;
        while (1 << options <= Most)
        {
            options++;
        }

        return options;
    }

    private static int Least(double[] costs)
    {
        int least = 0;
        for (int i = 1; i < costs.Length; i++)
        {
            least = costs[i] < costs[least] ? i : least;
        }

        return least;
    }

    private static List<Segment> Trace(int[][] from, int option)
    {
        List<Segment> segments = [];
        int end = from.Length;
        for (int call = from.Length - 1; call >= 0; call--)
        {
            int before = from[call][option];
            if (call == 0 || before != option)
            {
                segments.Add(new Segment(end, 1 << option));
                end = call;
                option = before;
            }
        }

        segments.Reverse();
        return segments;
    }
}

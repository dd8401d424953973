using System.Diagnostics;
using System.Numerics;

namespace NetGen.Bench.Clusters;

/// <summary>How fast this machine adds floats to floats in memory.</summary>
internal static class SumRate
{
    private const int Floats = 16 << 20;
    private const int Rounds = 9;

    /// <summary>Bytes of the added floats a second, the best of some rounds.</summary>
    public static double Measure()
    {
        float[] own = new float[Floats];
        float[] received = new float[Floats];
        double best = 0;
        for (int round = 0; round < Rounds; round++)
        {
            long began = Stopwatch.GetTimestamp();
            Add(own, received);
            best = Math.Max(best, Floats * (double)sizeof(float) / Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        return best;
    }

    private static void Add(Span<float> own, ReadOnlySpan<float> received)
    {
        int width = Vector<float>.Count;
        for (int i = 0; i + width <= own.Length; i += width)
        {
            (new Vector<float>(own[i..]) + new Vector<float>(received[i..])).CopyTo(own[i..]);
        }
    }
}

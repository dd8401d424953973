using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Numerics;

namespace NetGen.Bench.Measuring;

/// <summary>How fast memory that no cache holds is read: what bounds layers with more weights than work.</summary>
internal static class MemoryBandwidth
{
    private const int Floats = 64 << 20;
    private const int Attempts = 5;

    /// <summary>The best of several attempts, in GB/s over all threads.</summary>
    public static double Measure(int threads)
    {
        float[] memory = new float[Floats];
        Array.Fill(memory, 1);
        double seconds = Enumerable.Range(0, Attempts).Min(_ =>
        {
            long start = Stopwatch.GetTimestamp();
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
                Read(memory.AsSpan(i * (Floats / threads), Floats / threads)));
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        });
        return sizeof(float) * (double)Floats / seconds / 1e9;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Read(ReadOnlySpan<float> values)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        Vector<float> a = default, b = default, c = default, d = default;
        for (int i = 0; i + 3 < vectors.Length; i += 4)
        {
            a += vectors[i];
            b += vectors[i + 1];
            c += vectors[i + 2];
            d += vectors[i + 3];
        }

        return Vector.Sum(a + b + c + d);
    }
}

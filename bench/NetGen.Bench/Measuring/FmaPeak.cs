using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Bench.Measuring;

/// <summary>The most multiply-adds this process can do: the figure that kernels are held against.</summary>
/// <remarks>Fourteen independent accumulators hide the latency of the multiply-add (4 cycles × 2 units asks for 8), and with the two
/// operands they just fill the 16 registers of AVX2. The accumulators are locals, since a method that keeps them in an array would
/// measure loads and stores.</remarks>
internal static class FmaPeak
{
    private const int Accumulators = 14;
    private const long Iterations = 20_000_000;
    private const int Attempts = 7;

    /// <summary>The best of several attempts, in GFLOP/s over all threads; <see langword="null"/> where the machine lacks the width.</summary>
    public static double? Measure(int vectorBits, int threads)
    {
        bool available = vectorBits == 512 ? Vector512.IsHardwareAccelerated : Vector256.IsHardwareAccelerated;
        if (!available)
        {
            return null;
        }

        Action<long> loop = vectorBits == 512 ? static n => Loop512(n) : static n => Loop256(n);
        loop(1000);
        double seconds = Enumerable.Range(0, Attempts).Min(_ => SecondsOn(threads, loop));
        double flops = 2.0 * (vectorBits / 32) * Accumulators * Iterations * threads;
        return flops / seconds / 1e9;
    }

    /// <summary>The peak with the widest vectors there are.</summary>
    public static double Widest(int threads) => Measure(512, threads) ?? Measure(256, threads) ?? double.NaN;

    private static double SecondsOn(int threads, Action<long> loop)
    {
        using Barrier start = new(threads + 1);
        Thread[] workers = [.. Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            start.SignalAndWait();
            loop(Iterations);
        }))];
        foreach (Thread worker in workers)
        {
            worker.Start();
        }

        start.SignalAndWait();
        long began = Stopwatch.GetTimestamp();
        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    // The result is returned, so that the JIT cannot drop the loop.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Loop512(long iterations)
    {
        Vector512<float> x = Vector512.Create(1.0001f), y = Vector512.Create(0.9999f);
        Vector512<float> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x, m = x, n = x;
        for (long left = iterations; left > 0; left--)
        {
            a = Vector512.FusedMultiplyAdd(x, y, a);
            b = Vector512.FusedMultiplyAdd(x, y, b);
            c = Vector512.FusedMultiplyAdd(x, y, c);
            d = Vector512.FusedMultiplyAdd(x, y, d);
            e = Vector512.FusedMultiplyAdd(x, y, e);
            f = Vector512.FusedMultiplyAdd(x, y, f);
            g = Vector512.FusedMultiplyAdd(x, y, g);
            h = Vector512.FusedMultiplyAdd(x, y, h);
            i = Vector512.FusedMultiplyAdd(x, y, i);
            j = Vector512.FusedMultiplyAdd(x, y, j);
            k = Vector512.FusedMultiplyAdd(x, y, k);
            l = Vector512.FusedMultiplyAdd(x, y, l);
            m = Vector512.FusedMultiplyAdd(x, y, m);
            n = Vector512.FusedMultiplyAdd(x, y, n);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l + m + n);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Loop256(long iterations)
    {
        Vector256<float> x = Vector256.Create(1.0001f), y = Vector256.Create(0.9999f);
        Vector256<float> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x, m = x, n = x;
        for (long left = iterations; left > 0; left--)
        {
            a = Vector256.FusedMultiplyAdd(x, y, a);
            b = Vector256.FusedMultiplyAdd(x, y, b);
            c = Vector256.FusedMultiplyAdd(x, y, c);
            d = Vector256.FusedMultiplyAdd(x, y, d);
            e = Vector256.FusedMultiplyAdd(x, y, e);
            f = Vector256.FusedMultiplyAdd(x, y, f);
            g = Vector256.FusedMultiplyAdd(x, y, g);
            h = Vector256.FusedMultiplyAdd(x, y, h);
            i = Vector256.FusedMultiplyAdd(x, y, i);
            j = Vector256.FusedMultiplyAdd(x, y, j);
            k = Vector256.FusedMultiplyAdd(x, y, k);
            l = Vector256.FusedMultiplyAdd(x, y, l);
            m = Vector256.FusedMultiplyAdd(x, y, m);
            n = Vector256.FusedMultiplyAdd(x, y, n);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l + m + n);
    }
}

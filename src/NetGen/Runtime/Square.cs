using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>A square of four times four floats in registers.</summary>
internal static class Square
{
    /// <summary>Rows become columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector128<float> First, Vector128<float> Second, Vector128<float> Third, Vector128<float> Fourth) Transpose(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d)
    {
        (Vector128<float> ac, Vector128<float> acHigh) = Interleave(a, c);
        (Vector128<float> bd, Vector128<float> bdHigh) = Interleave(b, d);
        (Vector128<float> first, Vector128<float> second) = Interleave(ac, bd);
        (Vector128<float> third, Vector128<float> fourth) = Interleave(acHigh, bdHigh);
        return (first, second, third, fourth);
    }

    /// <summary>x0 y0 x1 y1 and x2 y2 x3 y3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<float> Low, Vector128<float> High) Interleave(Vector128<float> x, Vector128<float> y)
    {
        if (Sse.IsSupported)
        {
            return (Sse.UnpackLow(x, y), Sse.UnpackHigh(x, y));
        }

        Vector128<float> low = Vector128.Shuffle(x, Vector128.Create(0, 0, 1, 1));
        Vector128<float> high = Vector128.Shuffle(x, Vector128.Create(2, 2, 3, 3));
        Vector128<int> odd = Vector128.Create(0, -1, 0, -1);
        return (
            Vector128.ConditionalSelect(odd.AsSingle(), Vector128.Shuffle(y, Vector128.Create(0, 0, 1, 1)), low),
            Vector128.ConditionalSelect(odd.AsSingle(), Vector128.Shuffle(y, Vector128.Create(2, 2, 3, 3)), high));
    }
}

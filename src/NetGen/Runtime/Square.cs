using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>A square of four times four floats in registers, and matrices of such.</summary>
internal static unsafe class Square
{
    private const int Side = 4;

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

    /// <summary>Writes a matrix's columns as rows, each row times its factor.</summary>
    /// <param name="from">The matrix.</param>
    /// <param name="fromStride">Floats from a row to the next.</param>
    /// <param name="rows">Rows, which become columns.</param>
    /// <param name="columns">Columns, which become rows.</param>
    /// <param name="factors">One for each row; null where they are all 1.</param>
    /// <param name="to">The result.</param>
    /// <param name="toStride">Floats from a row of the result to the next; negative where the last column comes first.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(float* from, nint fromStride, int rows, int columns, float* factors, float* to, nint toStride)
    {
        int wholeRows = rows / Side * Side;
        int wholeColumns = columns / Side * Side;
        for (int row = 0; row < wholeRows; row += Side)
        {
            float* place = to + row;
            Vector128<float> factor = factors is null ? Vector128<float>.One : Vector128.Load(factors + row);
            for (int column = 0; column < wholeColumns; column += Side)
            {
                float* square = from + column;
                (Vector128<float> first, Vector128<float> second, Vector128<float> third, Vector128<float> fourth) = Transpose(
                    Vector128.Load(square), Vector128.Load(square + fromStride), Vector128.Load(square + (2 * fromStride)), Vector128.Load(square + (3 * fromStride)));
                Vector128.Store(first * factor, place);
                Vector128.Store(second * factor, place + toStride);
                Vector128.Store(third * factor, place + (2 * toStride));
                Vector128.Store(fourth * factor, place + (3 * toStride));
                place += Side * toStride;
            }

            for (int column = wholeColumns; column < columns; column++)
            {
                float* values = from + column;
                Vector128<float> value = Vector128.Create(values[0], values[fromStride], values[2 * fromStride], values[3 * fromStride]);
                Vector128.Store(value * factor, place);
                place += toStride;
            }

            from += Side * fromStride;
        }

        for (int row = wholeRows; row < rows; row++)
        {
            float factor = factors is null ? 1 : factors[row];
            for (int column = 0; column < columns; column++)
            {
                to[(column * toStride) + row] = from[column] * factor;
            }

            from += fromStride;
        }
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

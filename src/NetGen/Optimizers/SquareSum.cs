using System.Runtime.Intrinsics;

namespace NetGen;

/// <summary>
/// A sum of squares in double precision, whose bits depend on the numbers and their places alone. A number's lane is its place modulo 8: so neither the
/// processor's vectors nor the pieces in which the numbers come make a difference, and left out means the same as zero.
/// </summary>
internal struct SquareSum
{
    private const int Lanes = 8;

    private Vector256<double> _low;
    private Vector256<double> _high;

    /// <summary>The sum.</summary>
    public readonly double Total
    {
        get
        {
            double total = 0;
            for (int i = 0; i < Lanes / 2; i++)
            {
                total += _low[i] + _high[i];
            }

            return total;
        }
    }

    /// <summary>Adds numbers that lie next to each other.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="place">That of the first.</param>
    public void Add(ReadOnlySpan<float> numbers, int place)
    {
        int first = place % Lanes;
        int head = first == 0 ? 0 : int.Min(numbers.Length, Lanes - first);
        AddSome(numbers[..head], first);
        int i = head;
        for (; i + Lanes <= numbers.Length; i += Lanes)
        {
            Add(Vector256.Create(numbers.Slice(i, Lanes)));
        }

        AddSome(numbers[i..], 0);
    }

    private void AddSome(ReadOnlySpan<float> numbers, int lane)
    {
        Span<float> lanes = stackalloc float[Lanes];
        lanes.Clear();
        numbers.CopyTo(lanes[lane..]);
        Add(Vector256.Create(lanes));
    }

    /// <summary>The squares are exact: a float has 24 bits, a double 53.</summary>
    private void Add(Vector256<float> numbers)
    {
        (Vector256<double> low, Vector256<double> high) = Vector256.Widen(numbers);
        _low += low * low;
        _high += high * high;
    }
}

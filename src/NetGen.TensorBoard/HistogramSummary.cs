namespace NetGen.TensorBoard;

/// <summary>How values are distributed, as TensorFlow counts it.</summary>
internal sealed class HistogramSummary
{
    private static readonly double[] DefaultLimits = MakeLimits();

    private readonly List<double> _limits = [];
    private readonly List<double> _counts = [];

    /// <summary>Counts values; those that are NaN or infinite go into <see cref="LeftOut"/> alone.</summary>
    public HistogramSummary(ReadOnlySpan<float> values)
    {
        long[] counts = new long[DefaultLimits.Length];
        double min = double.PositiveInfinity;
        double max = double.NegativeInfinity;
        foreach (float value in values)
        {
            if (!float.IsFinite(value))
            {
                LeftOut++;
                continue;
            }

            counts[BucketOf(value)]++;
            min = double.Min(min, value);
            max = double.Max(max, value);
            Count++;
            Sum += value;
            SumOfSquares += (double)value * value;
        }

        (Min, Max) = Count == 0 ? (0, 0) : (min, max);
        Keep(counts);
    }

    /// <summary>The smallest value; 0 where there is none.</summary>
    public double Min { get; }

    /// <summary>The largest value; 0 where there is none.</summary>
    public double Max { get; }

    /// <summary>How many values were counted.</summary>
    public int Count { get; }

    /// <summary>How many values were NaN or infinite.</summary>
    public int LeftOut { get; }

    /// <summary>The values' sum.</summary>
    public double Sum { get; }

    /// <summary>The sum of the values' squares.</summary>
    public double SumOfSquares { get; }

    /// <summary>Where each bucket ends; it begins where the one before it ends.</summary>
    public IReadOnlyList<double> Limits => _limits;

    /// <summary>How many values each bucket holds: those from its begin up to, but without, its end.</summary>
    public IReadOnlyList<double> Counts => _counts;

    /// <summary>TensorFlow's: ±1e-12 × 1.1^k under 1e20, multiplied one after the other as there, 0, and the ends of all numbers.</summary>
    private static double[] MakeLimits()
    {
        List<double> positive = [];
        for (double limit = 1e-12; limit < 1e20; limit *= 1.1)
        {
            positive.Add(limit);
        }

        positive.Add(double.MaxValue);
        return [.. positive.Select(limit => -limit).Reverse(), 0, .. positive];
    }

    private static int BucketOf(double value)
    {
        int found = DefaultLimits.AsSpan().BinarySearch(value);
        return found < 0 ? ~found : found + 1;
    }

    /// <summary>
    /// Keeps the buckets that hold something. Empty ones in a row become one, so that the next one's begin is not lost; after the last there is none, since that one
    /// ends at the largest value.
    /// </summary>
    private void Keep(long[] counts)
    {
        int end = Array.FindLastIndex(counts, count => count > 0) + 1;
        if (end == 0)
        {
            _limits.Add(double.MaxValue);
            _counts.Add(0);
        }

        for (int i = 0; i < end; i++)
        {
            if (counts[i] == 0 && counts[i + 1] == 0)
            {
                continue;
            }

            _limits.Add(DefaultLimits[i]);
            _counts.Add(counts[i]);
        }
    }
}

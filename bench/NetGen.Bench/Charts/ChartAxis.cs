namespace NetGen.Bench.Charts;

/// <summary>An axis from the smallest to the largest value, with ticks at round numbers.</summary>
internal sealed class ChartAxis
{
    private readonly bool _logarithmic;
    private readonly double _low;
    private readonly double _high;

    /// <summary>An axis over the values.</summary>
    /// <param name="title">What it shows, with its unit.</param>
    /// <param name="values">What has to fit.</param>
    /// <param name="logarithmic">Whether equal steps are equal factors.</param>
    public ChartAxis(string title, IEnumerable<double> values, bool logarithmic)
    {
        Title = title;
        _logarithmic = logarithmic;
        double[] all = [.. values.Select(Scale)];
        double margin = Math.Max(0.05 * (all.Max() - all.Min()), 1e-6);
        _low = all.Min() - margin;
        _high = all.Max() + margin;
    }

    public string Title { get; }

    /// <summary>The values to mark.</summary>
    public IEnumerable<double> Ticks => _logarithmic ? Decades() : Steps();

    /// <summary>Where a value lies, from 0 to 1.</summary>
    public double At(double value) => (Scale(value) - _low) / (_high - _low);

    private double Scale(double value) => _logarithmic ? Math.Log10(value) : value;

    private IEnumerable<double> Decades() =>
        from decade in Enumerable.Range((int)Math.Floor(_low), (int)Math.Ceiling(_high) - (int)Math.Floor(_low) + 1)
        from digit in new[] { 1, 2, 5 }
        let value = digit * Math.Pow(10, decade)
        where Math.Log10(value) >= _low && Math.Log10(value) <= _high
        select value;

    private IEnumerable<double> Steps()
    {
        double rough = (_high - _low) / 8;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * new[] { 1, 2, 5, 10 }.First(f => f * power >= rough);
        for (double value = Math.Ceiling(_low / step) * step; value <= _high; value += step)
        {
            yield return value;
        }
    }
}

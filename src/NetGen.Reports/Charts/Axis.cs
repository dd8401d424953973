using System.Globalization;

namespace NetGen.Reports;

/// <summary>An axis: where a value lies on it, and its ticks at round numbers.</summary>
internal sealed class Axis
{
    private const int WantedTicks = 6;
    private const int WantedEpochs = 10;

    /// <summary>From this ratio of the largest to the smallest value on, equal distances hide the smaller ones.</summary>
    private const double LogarithmicFrom = 100;

    private static readonly double[] s_rounds = [1, 2, 5, 10];

    private readonly double _low;
    private readonly double _high;

    private Axis(double low, double high, IReadOnlyList<AxisTick> ticks, bool logarithmic)
    {
        IsLogarithmic = logarithmic;
        Ticks = ticks;
        _low = Place(low);
        _high = Place(high);
    }

    /// <summary>Whether equal distances are equal ratios.</summary>
    public bool IsLogarithmic { get; }

    /// <summary>The ticks from low to high.</summary>
    public IReadOnlyList<AxisTick> Ticks { get; }

    /// <summary>An axis of epochs.</summary>
    public static Axis OfEpochs(int first, int last)
    {
        if (first == last)
        {
            return new Axis(first - 0.5, first + 0.5, [new(first, Text(first, "0"))], logarithmic: false);
        }

        long step = long.Max(1, (long)RoundUp((double)((long)last - first) / WantedEpochs));
        List<AxisTick> ticks = [];
        for (long tick = (first + step - 1) / step * step; tick <= last; tick += step)
        {
            ticks.Add(new(tick, Text(tick, "0")));
        }

        return new Axis(first, last, ticks, logarithmic: false);
    }

    /// <summary>An axis of values that are all drawable.</summary>
    public static Axis Of(ChartFigure figure, IReadOnlyCollection<double> values)
    {
        double low = values.DefaultIfEmpty(0).Min();
        double high = values.DefaultIfEmpty(1).Max();
        if (figure == ChartFigure.Number && low > 0 && high / low >= LogarithmicFrom)
        {
            return Logarithmic(low, high);
        }

        if (figure is ChartFigure.Amount or ChartFigure.Rate)
        {
            low = Math.Min(low, 0);
        }

        // Values that differ in their last digits alone are a level line, not mountains of rounding.
        if (high - low <= 1e-9 * Math.Max(Math.Abs(low), Math.Abs(high)))
        {
            double around = low == 0 ? 0.1 : Math.Abs(low) / 10;
            (low, high) = figure == ChartFigure.Share ? (Math.Max(0, low - around), Math.Min(1, high + around)) : (low - around, high + around);
        }

        return Linear(low, high, figure == ChartFigure.Share);
    }

    /// <summary>Where a value lies: 0 at the low end, 1 at the high one.</summary>
    public double At(double value) => (Place(value) - _low) / (_high - _low);

    private static Axis Linear(double low, double high, bool share)
    {
        double step = RoundUp((high - low) / WantedTicks);
        double first = Math.Floor((low / step) + 1e-9);
        int count = (int)(Math.Ceiling((high / step) - 1e-9) - first);
        double[] values = [.. Enumerable.Range(0, count + 1).Select(i => (first + i) * step)];
        return new Axis(values[0], values[^1], [.. values.Select(v => new AxisTick(v, TickText(v, step, share)))], logarithmic: false);
    }

    private static Axis Logarithmic(double low, double high)
    {
        int first = (int)Math.Floor(Math.Log10(low));
        int last = (int)Math.Ceiling(Math.Log10(high));
        double[] factors = last - first <= 3 ? [1, 2, 5] : [1];
        int stride = ((last - first) / WantedTicks) + 1;
        List<double> values = [];
        for (int power = first; power <= last; power += stride)
        {
            values.AddRange(factors.Select(f => f * Math.Pow(10, power)));
        }

        // The round numbers next outside are the ends, where there are any.
        int begin = Math.Max(0, values.FindLastIndex(v => v <= low));
        int end = values.FindIndex(v => v >= high);
        List<double> kept = values[begin..(end < 0 ? values.Count : end + 1)];
        return new Axis(Math.Min(kept[0], low), Math.Max(kept[^1], high), [.. kept.Select(v => new AxisTick(v, Text(v, "G4")))], logarithmic: true);
    }

    /// <summary>The next of 1, 2, 5 times a power of ten.</summary>
    private static double RoundUp(double step)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return power * s_rounds.First(r => r >= step / power * (1 - 1e-9) || r == s_rounds[^1]);
    }

    private static string TickText(double value, double step, bool share)
    {
        double unit = share ? step * 100 : step;
        double shown = share ? value * 100 : value;
        int digits = Math.Max(0, -(int)Math.Floor(Math.Log10(unit) + 1e-9));
        string text = Math.Abs(shown) >= 1e6 || digits > 5 ? Text(shown, "G5") : Text(shown, "F" + digits.ToString(CultureInfo.InvariantCulture));
        return share ? text + " %" : text;
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private double Place(double value) => IsLogarithmic ? Math.Log10(value) : value;
}

using System.Globalization;

namespace NetGen.Reports;

/// <summary>Figures for people; the same in every language.</summary>
internal static class ValueText
{
    /// <summary>What stands where there is no figure.</summary>
    public const string None = "–";

    /// <summary>A chart's value.</summary>
    public static string Of(ChartFigure figure, double value) => figure switch
    {
        ChartFigure.Share => Share(value),
        ChartFigure.Amount => Amount(value),
        _ => Number(value),
    };

    /// <summary>A share of 1 in per cent.</summary>
    public static string Share(double value) => double.IsFinite(value) ? Text(value * 100, "0.00") + " %" : Number(value);

    /// <summary>A loss or a rate: four digits that count, or more where it has whole ones.</summary>
    public static string Number(double value) => value switch
    {
        double.NaN => "not a number",
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        _ => Math.Abs(value) is >= 0.1 and < 1e6 ? Text(value, "0.0000") : Text(value, "G4"),
    };

    /// <summary>Seconds and the like.</summary>
    public static string Amount(double value) => Math.Abs(value) < 10 ? Text(value, "0.00") : Text(value, "0.0");

    /// <summary>A count, with commas between thousands.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A time: seconds, or minutes, or hours.</summary>
    public static string Time(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min")
        : time.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s") : $"{Amount(time.TotalSeconds)} s";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}

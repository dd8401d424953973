using System.Globalization;

namespace NetGen;

/// <summary>Refuses settings out of range, naming the expected and the actual.</summary>
internal static class Check
{
    /// <summary>Needs a finite number over 0.</summary>
    public static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw Wrong(value, name, "expected a finite number over 0");

    /// <summary>Needs a finite number of 0 or more.</summary>
    public static double NotNegative(double value, string name) =>
        value >= 0 && double.IsFinite(value) ? value : throw Wrong(value, name, "expected a finite number of 0 or more");

    /// <summary>Needs a number from 0 up to, but without, 1.</summary>
    public static double UnderOne(double value, string name) =>
        value is >= 0 and < 1 ? value : throw Wrong(value, name, "expected a number from 0 up to, but without, 1");

    /// <summary>Needs a whole number within bounds, both of which are allowed.</summary>
    public static int InRange(int value, int least, int most, string name) =>
        value >= least && value <= most
            ? value
            : throw Wrong(value, name, string.Create(CultureInfo.InvariantCulture, $"expected a number from {least} to {most}"));

    /// <summary>Needs a whole number of 1 or more.</summary>
    public static int AtLeastOne(int value, string name) =>
        value >= 1 ? value : throw Wrong(value, name, "expected a number of 1 or more");

    private static ArgumentOutOfRangeException Wrong(double value, string name, string expected) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"{expected}, actual {value}"));
}

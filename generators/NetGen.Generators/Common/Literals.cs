using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generators.Common;

/// <summary>Values as C#, in the invariant culture.</summary>
internal static class Literals
{
    /// <summary>A float that reads back to the same bits.</summary>
    public static string Of(float value) => value switch
    {
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        _ when float.IsNaN(value) => "float.NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture) + "f",
    };

    /// <summary>A whole number.</summary>
    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A text.</summary>
    public static string Of(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A number, truth value, text or null.</summary>
    public static string OfAny(object? value) => value switch
    {
        null => "null",
        string text => Of(text),
        bool truth => truth ? "true" : "false",
        float number => Of(number),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}

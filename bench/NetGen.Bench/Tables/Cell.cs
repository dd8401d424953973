namespace NetGen.Bench.Tables;

/// <summary>Figures as cells.</summary>
internal static class Cell
{
    /// <summary>What stands where there is no figure.</summary>
    public const string None = "-";

    /// <summary>About three digits, and never fewer than the unit.</summary>
    public static string Figure(double? value) => value switch
    {
        null => None,
        >= 100 => $"{value:F0}",
        >= 10 => $"{value:F1}",
        >= 1 => $"{value:F2}",
        _ => $"{value:F3}",
    };

    public static string Ratio(double? value) => value is null ? None : $"{value:F2}";

    public static string Answer(bool? value) => value switch
    {
        null => None,
        true => "yes",
        false => "no",
    };
}

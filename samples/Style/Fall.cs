namespace Style;

/// <summary>Tells losses, and by which factor each has fallen.</summary>
internal static class Fall
{
    /// <summary>What is told as 0: no factor leads away from it.</summary>
    private const double None = 0.000005;

    /// <summary>The figures in the order of a line of progress.</summary>
    public static void Write(LossFigures losses, Span<double> figures) => (figures[0], figures[1], figures[2], figures[3]) = (losses.Total, losses.Content, losses.Style, losses.Roughness);

    /// <summary>A line a loss; what is minimised last.</summary>
    public static void Print(LossFigures first, LossFigures last)
    {
        Print("content", first.Content, last.Content);
        Print("style", first.Style, last.Style);
        Print("roughness", first.Roughness, last.Roughness);
        Print("loss", first.Total, last.Total);
    }

    private static void Print(string name, double first, double last) =>
        Console.WriteLine($"{name} from {first:F5} to {last:F5}{(first < None ? "" : last < first ? $": fell by a factor of {first / last:F1}" : $": rose by a factor of {last / first:F1}")}");
}

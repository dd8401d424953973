namespace NetGen.Bench.Comparing;

/// <summary>A row of a table as it was measured.</summary>
/// <param name="Goal">The row.</param>
/// <param name="Own">NetGen's figure.</param>
/// <param name="Others">The others' figures, column by column.</param>
internal sealed record Standing(Goal Goal, double? Own, IReadOnlyList<double?> Others)
{
    /// <summary>The best of the others over NetGen, or null where one side is missing.</summary>
    public double? Ratio => Others.Min() / Own;

    /// <summary>Whether the target is met; null where not all sides were measured, of which another may be the best.</summary>
    public bool? IsMet => Ratio is { } ratio && Others.All(o => o is not null) ? ratio >= Goal.Target : null;

    /// <summary>The rows of a group for which anything was measured.</summary>
    public static IReadOnlyList<Standing> Of(Group group, Figures figures)
    {
        return
        [
            .. group.Goals
                .Select(goal => new Standing(goal, FigureIn(group.Own, goal), [.. group.Others.Select(other => FigureIn(other, goal))]))
                .Where(s => s.Own is not null || s.Others.Any(o => o is not null)),
        ];

        double? FigureIn(Column column, Goal goal) => figures.Of(column.By, group.JobOf(column, goal));
    }

    /// <summary>The geometric mean of the ratios, or null where there is none or a figure is missing.</summary>
    public static double? MeanRatio(IReadOnlyList<Standing> standings) =>
        standings.Count > 0 && standings.All(s => s.IsMet is not null) ? Math.Exp(standings.Average(s => Math.Log(s.Ratio!.Value))) : null;
}

namespace NetGen.Reports;

/// <summary>Curves over the epochs.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Label">What the vertical axis shows, with the unit.</param>
/// <param name="Figure">How values are scaled and written.</param>
/// <param name="Series">The curves.</param>
internal sealed record Chart(string Title, string Label, ChartFigure Figure, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Whether it takes the page's whole width.</summary>
    public bool IsWide { get; init; }
}

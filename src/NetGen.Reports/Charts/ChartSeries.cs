namespace NetGen.Reports;

/// <summary>A curve of a chart.</summary>
/// <param name="Name">What legend and hover call it.</param>
/// <param name="Color">The number of its colour, from 0; past the last colour they come again with broken lines.</param>
/// <param name="Points">Its points by rising epochs.</param>
internal sealed record ChartSeries(string Name, int Color, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>Colours in the page's style sheet.</summary>
    public const int Colors = 10;
}

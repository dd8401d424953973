namespace NetGen.Reports;

/// <summary>A point of a curve.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Value">The figure; not a number or infinite where a training went wrong.</param>
internal readonly record struct ChartPoint(int Epoch, double Value)
{
    /// <summary>A loss that is larger says no more than that, and differences of such would overflow.</summary>
    private const double Largest = 1e100;

    /// <summary>Whether the point has a place on a chart.</summary>
    public bool IsDrawable => Math.Abs(Value) <= Largest;
}

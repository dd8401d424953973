namespace NetGen.Reports;

/// <summary>Leaves points out of curves that have more than a chart has pixels for.</summary>
internal static class Thinning
{
    /// <summary>Points a curve keeps at most, a little more than a chart has pixels a point.</summary>
    public const int Most = 400;

    /// <summary>
    /// The first and the last point, and the smallest and the largest of each stretch of equally many epochs, so that no spike is lost; all points where there are no more
    /// than <see cref="Most"/>. Those that cannot be drawn are left out first.
    /// </summary>
    public static IReadOnlyList<ChartPoint> Of(IReadOnlyList<ChartPoint> points)
    {
        if (points.Count <= Most)
        {
            return points;
        }

        ChartPoint[] drawable = [.. points.Where(p => p.IsDrawable)];
        if (drawable.Length <= Most)
        {
            return drawable;
        }

        SortedSet<int> kept = [0, drawable.Length - 1];
        int stretches = (Most - 2) / 2;
        for (int s = 0; s < stretches; s++)
        {
            int start = (int)((long)drawable.Length * s / stretches);
            int end = (int)((long)drawable.Length * (s + 1) / stretches);
            kept.Add(Enumerable.Range(start, end - start).MinBy(i => drawable[i].Value));
            kept.Add(Enumerable.Range(start, end - start).MaxBy(i => drawable[i].Value));
        }

        return [.. kept.Select(i => drawable[i])];
    }
}

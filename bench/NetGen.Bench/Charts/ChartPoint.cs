namespace NetGen.Bench.Charts;

/// <summary>A labelled circle.</summary>
/// <param name="Label">The text beside it, which also names it when pointed at.</param>
/// <param name="X">Its place on the lower axis.</param>
/// <param name="Y">Its place on the left axis.</param>
/// <param name="Area">What its area stands for.</param>
internal sealed record ChartPoint(string Label, double X, double Y, double Area);

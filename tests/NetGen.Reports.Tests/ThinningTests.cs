using Shouldly;

namespace NetGen.Reports.Tests;

public sealed class ThinningTests
{
    [Fact]
    public void UpToTheLimit_AllPointsStay()
    {
        ChartPoint[] points = [.. Enumerable.Range(1, Thinning.Most).Select(e => new ChartPoint(e, e == 3 ? double.NaN : e))];
        Thinning.Of(points).ShouldBeSameAs(points);
    }

    [Fact]
    public void Spikes_AndTheEnds_Stay()
    {
        ChartPoint[] points = [.. Enumerable.Range(1, 10_000).Select(e => new ChartPoint(e, e switch { 5003 => 99, 7001 => -99, 12 => double.NaN, _ => Math.Sin(e * 0.001) }))];

        IReadOnlyList<ChartPoint> thin = Thinning.Of(points);

        thin.Count.ShouldBeLessThanOrEqualTo(Thinning.Most);
        thin.Count.ShouldBeGreaterThan(Thinning.Most / 2);
        thin[0].ShouldBe(points[0]);
        thin[^1].ShouldBe(points[^1]);
        thin.ShouldContain(points[5002]);
        thin.ShouldContain(points[7000]);
        thin.Select(p => p.Epoch).ShouldBeInOrder();
        thin.ShouldAllBe(p => p.IsDrawable);
    }
}

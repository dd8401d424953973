using Shouldly;

namespace NetGen.Reports.Tests;

public sealed class AxisTests
{
    [Theory]
    [InlineData(0.2, 2.3, "0.0 0.5 1.0 1.5 2.0 2.5")]
    [InlineData(0.31, 0.352, "0.31 0.32 0.33 0.34 0.35 0.36")]
    [InlineData(-3, 5, "-4 -2 0 2 4 6")]
    [InlineData(0.5, 0.5, "0.44 0.46 0.48 0.50 0.52 0.54 0.56")]
    [InlineData(0, 0, "-0.10 -0.05 0.00 0.05 0.10")]
    public void Numbers_HaveRoundTicks_ThatHoldThem(double low, double high, string expected)
    {
        Axis axis = Axis.Of(ChartFigure.Number, [low, high]);

        string.Join(' ', axis.Ticks.Select(t => t.Text)).ShouldBe(expected);
        axis.At(low).ShouldBeInRange(0, 1);
        axis.At(high).ShouldBeInRange(0, 1);
        axis.At(axis.Ticks[0].Value).ShouldBe(0);
        axis.At(axis.Ticks[^1].Value).ShouldBe(1);
        axis.IsLogarithmic.ShouldBeFalse();
    }

    [Fact]
    public void AHundredfold_IsLogarithmic()
    {
        Axis axis = Axis.Of(ChartFigure.Number, [0.02, 0.3, 2.1]);

        axis.IsLogarithmic.ShouldBeTrue();
        axis.Ticks.Select(t => t.Text).ShouldBe(["0.02", "0.05", "0.1", "0.2", "0.5", "1", "2", "5"]);
        axis.At(0.02).ShouldBe(0, 1e-12);
        axis.At(5).ShouldBe(1, 1e-12);

        // 0.02 × √250, the middle of the ratios.
        axis.At(0.31622776601683794).ShouldBe(0.5, 1e-12);
        Axis.Of(ChartFigure.Number, [0, 2.1]).IsLogarithmic.ShouldBeFalse();
        Axis.Of(ChartFigure.Rate, [1e-8, 0.003]).Ticks.Select(t => t.Text).ShouldBe(["0.0000", "0.0005", "0.0010", "0.0015", "0.0020", "0.0025", "0.0030"]);
        Axis.Of(ChartFigure.Number, [1e-30, 1e30]).Ticks.Count.ShouldBeLessThan(10);
    }

    [Fact]
    public void Shares_AreInPerCent_AndStayWithinTheirEnds()
    {
        Axis.Of(ChartFigure.Share, [0.62, 0.911]).Ticks.Select(t => t.Text).ShouldBe(["60 %", "65 %", "70 %", "75 %", "80 %", "85 %", "90 %", "95 %"]);
        Axis.Of(ChartFigure.Share, [0.991, 0.9954]).Ticks.Select(t => t.Text).ShouldBe(["99.1 %", "99.2 %", "99.3 %", "99.4 %", "99.5 %", "99.6 %"]);
        Axis.Of(ChartFigure.Share, [1]).Ticks[^1].Value.ShouldBe(1);
        Axis.Of(ChartFigure.Share, [0]).Ticks[0].Value.ShouldBe(0);
    }

    [Fact]
    public void Amounts_BeginAtZero() => Axis.Of(ChartFigure.Amount, [51, 52]).Ticks.Select(t => t.Text).ShouldBe(["0", "10", "20", "30", "40", "50", "60"]);

    [Theory]
    [InlineData(1, 20, "2 4 6 8 10 12 14 16 18 20")]
    [InlineData(1, 3, "1 2 3")]
    [InlineData(7, 7, "7")]
    [InlineData(1, 5000, "500 1000 1500 2000 2500 3000 3500 4000 4500 5000")]
    public void Epochs_AreWholeNumbers(int first, int last, string expected) =>
        string.Join(' ', Axis.OfEpochs(first, last).Ticks.Select(t => t.Text)).ShouldBe(expected);

    [Fact]
    public void LargeAndLevelValues_StillHaveAnAxis()
    {
        Axis.Of(ChartFigure.Number, [-1e100, 1e100]).At(0).ShouldBe(0.5, 1e-9);
        Axis.Of(ChartFigure.Number, [1, 1 + 1e-15]).Ticks.Count.ShouldBeLessThan(12);
        Axis.Of(ChartFigure.Number, []).Ticks.Count.ShouldBeGreaterThan(1);
    }
}

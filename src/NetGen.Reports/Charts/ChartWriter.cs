using System.Globalization;
using System.Text;

namespace NetGen.Reports;

/// <summary>
/// Draws a chart as SVG. It is whole without a script; what the script shows under the pointer stands in the attributes of the curves: <c>data-epochs</c>, <c>data-values</c> (as they are
/// to be shown) and <c>data-at</c> (where they are drawn).
/// </summary>
internal sealed class ChartWriter
{
    private const int Height = 300;
    private const int Left = 76;
    private const int Right = 18;
    private const int Top = 12;
    private const int Bottom = 46;
    private const int Width = 620;
    private const int WideWidth = 900;
    private const int WideHeight = 320;

    /// <summary>Points up to which each has a dot of its own.</summary>
    private const int MostDots = 60;

    private readonly HtmlWriter _html;
    private readonly Chart _chart;
    private readonly int _width;
    private readonly int _height;
    private readonly Axis _epochs;
    private readonly Axis _values;

    private ChartWriter(HtmlWriter html, Chart chart)
    {
        _html = html;
        _chart = chart;
        (_width, _height) = chart.IsWide ? (WideWidth, WideHeight) : (Width, Height);
        ChartPoint[] drawable = [.. chart.Series.SelectMany(s => s.Points).Where(p => p.IsDrawable)];
        int[] epochs = [.. chart.Series.Where(s => s.Points.Count > 0).SelectMany(s => (int[])[s.Points[0].Epoch, s.Points[^1].Epoch]).DefaultIfEmpty(1)];
        _epochs = Axis.OfEpochs(epochs.Min(), epochs.Max());
        _values = Axis.Of(chart.Figure, [.. drawable.Select(p => p.Value)]);
    }

    /// <summary>Writes the chart with its heading, legend and notes.</summary>
    public static void Write(HtmlWriter html, Chart chart) => new ChartWriter(html, chart).Write();

    private void Write()
    {
        _html.Write($"<figure class=\"chart{(_chart.IsWide ? " wide" : "")}\"><figcaption><h3>{_chart.Title}</h3>");
        WriteLegend();
        _html.Write($"</figcaption><div class=\"plot\"><svg viewBox=\"0 0 {_width} {_height}\" role=\"img\" aria-label=\"{_chart.Title} over the epochs\">");
        WriteAxes();
        foreach (ChartSeries series in _chart.Series)
        {
            WriteSeries(series);
        }

        _html.Write($"<line class=\"cross\" y1=\"{Top}\" y2=\"{_height - Bottom}\" visibility=\"hidden\"/><circle class=\"mark\" r=\"5\" visibility=\"hidden\"/></svg>");
        _html.Raw("<div class=\"tip\" hidden></div></div>");
        WriteNotes();
        _html.Raw("</figure>\n");
    }

    private void WriteLegend()
    {
        if (_chart.Series.Count == 1)
        {
            return;
        }

        _html.Raw("<div class=\"legend\">");
        for (int i = 0; i < _chart.Series.Count; i++)
        {
            ChartSeries series = _chart.Series[i];
            _html.Write($"<button type=\"button\" class=\"{ClassOf(series)}\" data-series=\"{i}\" title=\"{series.Name}: show or hide\">{series.Name}</button>");
        }

        _html.Raw("</div>");
    }

    private void WriteAxes()
    {
        int bottom = _height - Bottom;
        int right = _width - Right;
        _html.Raw("<g class=\"axes\">");
        foreach (AxisTick tick in _values.Ticks)
        {
            double y = Y(tick.Value);
            _html.Write($"<line x1=\"{Left}\" x2=\"{right}\" y1=\"{y:F1}\" y2=\"{y:F1}\"/><text class=\"value\" x=\"{Left - 8}\" y=\"{y + 4:F1}\">{tick.Text}</text>");
        }

        foreach (AxisTick tick in _epochs.Ticks)
        {
            double x = X(tick.Value);
            _html.Write($"<line class=\"tick\" x1=\"{x:F1}\" x2=\"{x:F1}\" y1=\"{bottom}\" y2=\"{bottom + 5}\"/><text class=\"epoch\" x=\"{x:F1}\" y=\"{bottom + 19}\">{tick.Text}</text>");
        }

        string label = _values.IsLogarithmic ? $"{_chart.Label} (logarithmic)" : _chart.Label;
        _html.Write($"<text class=\"label\" x=\"{(Left + right) / 2}\" y=\"{_height - 6}\">epoch</text>");
        _html.Write($"<text class=\"label\" transform=\"translate(13 {(Top + bottom) / 2}) rotate(-90)\">{label}</text></g>");
    }

    private void WriteSeries(ChartSeries series)
    {
        IReadOnlyList<ChartPoint> points = Thinning.Of(series.Points);
        ChartPoint[] drawn = [.. points.Where(p => p.IsDrawable)];
        _html.Write($"<g class=\"series {ClassOf(series)}\" data-name=\"{series.Name}\" data-epochs=\"{string.Join(' ', drawn.Select(p => p.Epoch.ToString(CultureInfo.InvariantCulture)))}\"");
        _html.Write($" data-values=\"{string.Join('|', drawn.Select(p => ValueText.Of(_chart.Figure, p.Value)))}\" data-at=\"{string.Join(' ', drawn.Select(p => $"{At(p)}"))}\">");
        StringBuilder line = new();
        StringBuilder dots = new();
        for (int i = 0; i < points.Count; i++)
        {
            if (!points[i].IsDrawable)
            {
                continue;
            }

            bool begins = i == 0 || !points[i - 1].IsDrawable;
            line.Append(begins ? 'M' : 'L').Append(At(points[i]));

            // A point between two gaps has no line to be seen by.
            if (points.Count <= MostDots || (begins && (i == points.Count - 1 || !points[i + 1].IsDrawable)))
            {
                dots.Append('M').Append(At(points[i])).Append("h0");
            }
        }

        _html.Write($"<path class=\"line\" d=\"{line.ToString()}\"/><path class=\"dots\" d=\"{dots.ToString()}\"/></g>");
    }

    private void WriteNotes()
    {
        int missing = _chart.Series.Sum(s => s.Points.Count(p => !p.IsDrawable));
        if (missing > 0)
        {
            _html.Write($"<p class=\"note\">{missing} {(missing == 1 ? "value is" : "values are")} not finite or too large to draw, and left out.</p>");
        }

        int most = _chart.Series.Select(s => s.Points.Count).DefaultIfEmpty(0).Max();
        if (most > Thinning.Most)
        {
            _html.Write($"<p class=\"note\">Of up to {most} epochs a curve has {Thinning.Most} points at most: the smallest and the largest of each stretch.</p>");
        }
    }

    private static string ClassOf(ChartSeries series) => FormattableString.Invariant($"c{series.Color % ChartSeries.Colors}") + (series.Color / ChartSeries.Colors % 2 == 1 ? " dashed" : "");

    private string At(ChartPoint point) => string.Create(CultureInfo.InvariantCulture, $"{X(point.Epoch):F1},{Y(point.Value):F1}");

    private double X(double epoch) => Left + (_epochs.At(epoch) * (_width - Left - Right));

    private double Y(double value) => _height - Bottom - (_values.At(value) * (_height - Top - Bottom));
}

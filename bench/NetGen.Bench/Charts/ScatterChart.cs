using System.Net;
using System.Text;

namespace NetGen.Bench.Charts;

/// <summary>A scatter plot as an SVG file.</summary>
internal static class ScatterChart
{
    private const int Width = 1000;
    private const int Height = 640;
    private const int Left = 80;
    private const int Bottom = 70;
    private const int Top = 60;
    private const int Right = 140;
    private const double LargestRadius = 22;

    /// <summary>The picture's text.</summary>
    /// <param name="title">Above the plot.</param>
    /// <param name="areaTitle">What the circles' areas stand for.</param>
    /// <param name="x">The lower axis.</param>
    /// <param name="y">The left axis.</param>
    /// <param name="points">The circles.</param>
    public static string Draw(string title, string areaTitle, ChartAxis x, ChartAxis y, IReadOnlyList<ChartPoint> points)
    {
        StringBuilder svg = new();
        svg.Append($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="12">""").Append('\n');
        svg.Append($"""<rect width="{Width}" height="{Height}" fill="white"/>""").Append('\n');
        Text(svg, Left, 28, title, "font-size=\"18\"");
        Text(svg, Left, 46, areaTitle, "fill=\"#555\"");
        foreach (double tick in x.Ticks)
        {
            double at = PlaceX(x, tick);
            svg.Append($"""<path d="M{at:F1} {Top}V{Height - Bottom}" stroke="#ddd"/>""").Append('\n');
            Text(svg, at, Height - Bottom + 18, $"{tick:0.####}", "text-anchor=\"middle\"");
        }

        foreach (double tick in y.Ticks)
        {
            double at = PlaceY(y, tick);
            svg.Append($"""<path d="M{Left} {at:F1}H{Width - Right}" stroke="#ddd"/>""").Append('\n');
            Text(svg, Left - 8, at + 4, $"{tick:0.####}", "text-anchor=\"end\"");
        }

        Text(svg, (Left + Width - Right) / 2.0, Height - 20, x.Title, "text-anchor=\"middle\"");
        Text(svg, 20, (Top + Height - Bottom) / 2.0, y.Title, $"text-anchor=\"middle\" transform=\"rotate(-90 20 {(Top + Height - Bottom) / 2})\"");
        double largest = points.Max(p => p.Area);

        // Large ones first, so that no circle hides a smaller one.
        foreach (ChartPoint point in points.OrderByDescending(p => p.Area))
        {
            double radius = Math.Max(2.5, LargestRadius * Math.Sqrt(point.Area / largest));
            svg.Append($"""<circle cx="{PlaceX(x, point.X):F1}" cy="{PlaceY(y, point.Y):F1}" r="{radius:F1}" fill="#3b76c4" fill-opacity="0.35" stroke="#234f8a"><title>{WebUtility.HtmlEncode(point.Label)}</title></circle>""").Append('\n');
        }

        WriteLabels(svg, x, y, points);
        return svg.Append("</svg>\n").ToString();
    }

    private static void WriteLabels(StringBuilder svg, ChartAxis x, ChartAxis y, IReadOnlyList<ChartPoint> points)
    {
        LabelPlacement labels = new(Width, Height - Bottom);
        foreach (ChartPoint point in points)
        {
            labels.Avoid(PlaceX(x, point.X), PlaceY(y, point.Y));
        }

        foreach (ChartPoint point in points.OrderBy(p => PlaceY(y, p.Y)))
        {
            double fromX = PlaceX(x, point.X);
            double fromY = PlaceY(y, point.Y);
            (double atX, double atY, double endX, double endY) = labels.Place(fromX, fromY, point.Label);
            svg.Append($"""<path d="M{fromX:F1} {fromY:F1}L{endX:F1} {endY:F1}" stroke="#999" stroke-width="0.5"/>""").Append('\n');
            Text(svg, atX, atY, point.Label, $"font-size=\"{LabelPlacement.FontSize}\"");
        }
    }

    private static double PlaceX(ChartAxis axis, double value) => Left + (axis.At(value) * (Width - Left - Right));

    private static double PlaceY(ChartAxis axis, double value) => Height - Bottom - (axis.At(value) * (Height - Top - Bottom));

    private static void Text(StringBuilder svg, double x, double y, string text, string attributes) =>
        svg.Append($"""<text x="{x:F1}" y="{y:F1}" {attributes}>{WebUtility.HtmlEncode(text)}</text>""").Append('\n');
}

using System.Text;

namespace Cifar;

/// <summary>The training-error curves as SVG: epochs to the right, error upwards; the deeper networks thick, those without shortcuts dashed.</summary>
internal static class ErrorChart
{
    private const int Width = 720;
    private const int Height = 440;
    private const int Left = 60;
    private const int Right = 130;
    private const int Top = 40;
    private const int Bottom = 50;
    private const double Step = 0.1;

    public static string Draw(IReadOnlyList<Curve> curves, DegradationOptions options)
    {
        double[] errors = [.. curves.SelectMany(c => c.Errors)];
        double top = errors.Length == 0 ? 1 : Math.Min(1, (Math.Floor(errors.Max() / Step) + 1) * Step);
        double bottom = errors.Length == 0 ? 0 : Math.Floor(errors.Min() / Step) * Step;
        StringBuilder svg = new();
        svg.Append($"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="13">
            <rect width="{Width}" height="{Height}" fill="white"/>
            <text x="{Left}" y="24" font-size="15">Training error on {options.Images} images of CIFAR-10</text>
            <text x="{Left + ((Width - Left - Right) / 2)}" y="{Height - 10}" text-anchor="middle">epoch</text>

            """);
        for (int i = 0; i <= (int)Math.Round((top - bottom) / Step); i++)
        {
            double error = bottom + (i * Step);
            svg.Append($"""
                <line x1="{Left}" x2="{Width - Right}" y1="{Y(error):F1}" y2="{Y(error):F1}" stroke="#ddd"/>
                <text x="{Left - 8}" y="{Y(error) + 4:F1}" text-anchor="end">{error:P0}</text>

                """);
        }

        int every = Math.Max(1, options.Epochs / 10);
        for (int epoch = 1; epoch <= options.Epochs; epoch += every)
        {
            svg.Append($"<text x=\"{X(epoch):F1}\" y=\"{Height - Bottom + 20}\" text-anchor=\"middle\">{epoch}</text>\n");
        }

        for (int i = 0; i < curves.Count; i++)
        {
            DrawCurve(curves[i], Top + 20 + (i * 22));
        }

        return svg.Append("</svg>\n").ToString();

        double X(int epoch) => Left + ((Width - Left - Right) * (options.Epochs == 1 ? 0.5 : (epoch - 1.0) / (options.Epochs - 1)));

        double Y(double error) => Top + ((Height - Top - Bottom) * (top - error) / (top - bottom));

        void DrawCurve(Curve curve, int legend)
        {
            string stroke = $"stroke=\"{(curve.Contestant.Residual ? "#1f5fbf" : "#c0392b")}\" stroke-width=\"{(curve.Contestant.Deep ? 3 : 1.5)}\""
                + (curve.Contestant.Residual ? "" : " stroke-dasharray=\"6 4\"");
            string points = string.Join(" ", curve.Errors.Select((error, i) => $"{X(i + 1):F1},{Y(error):F1}"));
            svg.Append($"""
                <polyline points="{points}" fill="none" {stroke}/>
                <line x1="{Width - Right + 12}" x2="{Width - Right + 42}" y1="{legend}" y2="{legend}" {stroke}/>
                <text x="{Width - Right + 48}" y="{legend + 4}">{curve.Contestant.Name}</text>

                """);
        }
    }
}

namespace NetGen.Bench.Charts;

/// <summary>Finds places for labels near their points where they cover neither each other nor another point's centre.</summary>
/// <param name="width">The picture's width.</param>
/// <param name="height">Its height.</param>
internal sealed class LabelPlacement(double width, double height)
{
    /// <summary>The size of the labels' letters.</summary>
    public const double FontSize = 10;

    private const double LetterWidth = 0.56 * FontSize;
    private const double Gap = 5;
    private const double Step = 6;
    private const int Directions = 24;

    private readonly List<(double Left, double Top, double Right, double Bottom)> _taken = [];

    /// <summary>Keeps labels off a point.</summary>
    public void Avoid(double x, double y) => _taken.Add((x - 3, y - 3, x + 3, y + 3));

    /// <summary>The nearest free place: the left end of the text's base line, and where a line from the point would meet it.</summary>
    /// <param name="x">The point.</param>
    /// <param name="y">The point.</param>
    /// <param name="label">The text.</param>
    public (double X, double Y, double EndX, double EndY) Place(double x, double y, string label)
    {
        double wide = label.Length * LetterWidth;
        for (double distance = Gap; distance < width; distance += Step)
        {
            for (int direction = 0; direction < Directions; direction++)
            {
                double angle = 2 * Math.PI * direction / Directions;
                double atX = x + (distance * Math.Cos(angle));
                double atY = y + (distance * Math.Sin(angle));

                // The text lies on the far side of the place, seen from the point.
                double left = Math.Cos(angle) > 0.1 ? atX : Math.Cos(angle) < -0.1 ? atX - wide : atX - (wide / 2);
                (double Left, double Top, double Right, double Bottom) box = (left, atY - (FontSize / 2), left + wide, atY + (FontSize / 2));
                if (box.Left >= 0 && box.Right <= width && box.Top >= 0 && box.Bottom <= height && !_taken.Exists(t => Overlap(t, box)))
                {
                    _taken.Add(box);
                    return (left, box.Bottom - 1.5, atX, atY);
                }
            }
        }

        throw new InvalidOperationException($"no room for \"{label}\"");
    }

    private static bool Overlap((double Left, double Top, double Right, double Bottom) a, (double Left, double Top, double Right, double Bottom) b) =>
        a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;
}

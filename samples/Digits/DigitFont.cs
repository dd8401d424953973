using System.Globalization;
using System.Numerics;

namespace Digits;

/// <summary>One pen stroke: straight lines from point to point, or a smooth curve through the points, perhaps closed.</summary>
internal sealed record Stroke(Vector2[] Points, bool Smooth, bool Closed);

/// <summary>The digits as people write them: several shapes each, in a box of 100 × 100 with y downwards.</summary>
/// <remarks>A shape is strokes separated by <c>;</c>. A stroke opens with <c>l</c> for lines, <c>s</c> for a smooth curve,
/// <c>o</c> for a closed smooth curve.</remarks>
internal static class DigitFont
{
    private static readonly string[][] s_shapes =
    [
        [
            "o 50,2 80,20 86,50 80,80 50,98 20,80 14,50 20,20",
            "o 57,2 75,18 76,50 64,84 42,98 26,80 24,48 34,16",
            "s 60,6 32,12 16,45 24,82 50,97 76,82 84,48 72,16 50,5 38,14",
        ],
        [
            "l 50,2 50,98",
            "l 28,24 54,2 54,98",
            "l 28,24 52,2 52,98; l 26,98 78,98",
        ],
        [
            "s 18,24 34,5 60,4 78,22 72,44 44,70 16,96; l 16,96 84,96",
            "s 20,22 42,3 72,12 74,38 48,70 24,90 14,80 32,72 58,86 88,92",
            "s 16,16 50,2 80,24 66,50 18,95; s 18,95 45,87 84,96",
        ],
        [
            "s 18,12 46,2 76,14 74,36 44,47; s 44,47 78,54 84,78 52,98 16,88",
            "l 18,4 80,4 42,42; s 42,42 78,50 84,76 54,98 16,88",
            "s 22,8 56,4 70,22 56,42 34,46; s 34,46 66,52 72,74 50,94 20,98",
        ],
        [
            "l 64,98 64,2 12,66 88,66",
            "l 24,4 16,54 84,54; l 74,22 68,98",
            "s 26,4 16,34 26,54 50,56 74,44; l 78,4 74,44 68,98",
            "l 52,2 14,62 86,62; l 62,38 62,98",
        ],
        [
            "l 78,4 28,4 22,44; s 22,44 52,36 82,54 76,86 46,98 16,86",
            "l 32,8 24,46; s 24,46 50,38 78,56 72,88 44,97 16,90; l 32,8 82,3",
            "s 80,6 52,4 32,8; s 32,8 24,26 30,42 60,50 74,70 58,92 18,97",
        ],
        [
            "s 70,4 42,20 22,52 22,80 46,98 74,86 76,64 52,52 26,66",
            "s 56,2 30,36 18,70 32,94 62,96 80,76 68,58 42,58 22,74",
            "s 46,2 32,30 24,66 34,94 56,96 66,80 58,66 40,70 28,82",
        ],
        [
            "l 14,6 84,6 40,98",
            "l 14,6 84,6 42,98; l 34,52 74,52",
            "s 16,12 48,6 82,8; s 82,8 58,48 46,98",
            "l 16,24 18,6 84,6; s 84,6 60,44 50,98",
        ],
        [
            "o 50,3 74,14 74,36 50,48 26,36 26,14; o 50,48 80,62 80,86 50,98 20,86 20,62",
            "s 76,16 50,3 26,18 36,40 66,58 80,80 52,98 22,82 34,60 62,40 76,16",
            "o 54,4 70,16 66,36 50,47 36,34 38,14; o 50,47 68,64 66,88 46,97 28,86 32,62",
        ],
        [
            "o 50,3 74,12 78,34 56,50 30,44 24,20; s 78,26 76,60 66,98",
            "s 76,18 50,3 26,18 28,42 52,48 72,34 78,10; l 78,10 72,98",
            "s 74,24 56,4 30,14 26,38 48,48 70,34 74,24; s 74,24 78,60 64,90 32,97",
        ],
    ];

    /// <summary>For each digit its shapes, for each shape its strokes.</summary>
    public static IReadOnlyList<IReadOnlyList<Stroke[]>> Digits { get; } =
        [.. s_shapes.Select(shapes => (IReadOnlyList<Stroke[]>)[.. shapes.Select(ParseShape)])];

    private static Stroke[] ParseShape(string shape) => [.. shape.Split(';', StringSplitOptions.TrimEntries).Select(ParseStroke)];

    private static Stroke ParseStroke(string text)
    {
        string[] parts = text.Split(' ');
        Vector2[] points = [.. parts.Skip(1).Select(ParsePoint)];
        return new Stroke(points, parts[0] is "s" or "o", parts[0] == "o");
    }

    private static Vector2 ParsePoint(string text)
    {
        string[] numbers = text.Split(',');
        return new Vector2(int.Parse(numbers[0], CultureInfo.InvariantCulture), int.Parse(numbers[1], CultureInfo.InvariantCulture));
    }
}

using System.Numerics;
using NetGen;

namespace Digits;

/// <summary>Draws one digit into 28 × 28 pixels, white on black, wholly determined by its random numbers.</summary>
internal static class DigitDrawing
{
    public const int Side = 28;
    public const int Pixels = Side * Side;

    // Lines of a curve between two of its points; at 20 pixels' height more would not show.
    private const int PiecesPerSpan = 6;

    /// <param name="digit">The digit, 0 to 9.</param>
    /// <param name="random">Decides everything else.</param>
    /// <param name="pixels">Receives the image.</param>
    /// <param name="clean">Whether the ink is all white and the paper all black, for who wants to make such images rather than read them.</param>
    public static void Draw(int digit, RandomSource random, Span<byte> pixels, bool clean = false)
    {
        IReadOnlyList<Stroke[]> shapes = DigitFont.Digits[digit];
        Stroke[] shape = shapes[random.Next(shapes.Count)];
        Hand hand = new(ref random);
        float radius = random.Between(0.65f, 1.75f);
        float ink = random.Between(0.5f, 1f);
        float noise = random.Between(0f, 0.18f);
        (ink, noise) = clean ? (1, 0) : (ink, noise);

        Span<float> image = stackalloc float[Pixels];
        image.Clear();
        foreach (Stroke stroke in shape)
        {
            DrawStroke(stroke, hand, radius, image, ref random);
        }

        for (int i = 0; i < Pixels; i++)
        {
            float shade = Math.Clamp(image[i] * ink + noise * random.Bell(), 0f, 1f);
            pixels[i] = (byte)(shade * byte.MaxValue + 0.5f);
        }
    }

    private static void DrawStroke(Stroke stroke, in Hand hand, float radius, Span<float> image, ref RandomSource random)
    {
        Vector2[] points = stroke.Points;
        Span<Vector2> shaken = stackalloc Vector2[points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            shaken[i] = points[i] + new Vector2(random.Between(-5, 5), random.Between(-5, 5));
        }

        int spans = stroke.Closed ? points.Length : points.Length - 1;
        Vector2 from = hand.Place(shaken[0]);
        for (int span = 0; span < spans; span++)
        {
            for (int piece = 1; piece <= PiecesPerSpan; piece++)
            {
                Vector2 to = hand.Place(PointOn(stroke, shaken, span, (float)piece / PiecesPerSpan));
                DrawLine(from, to, radius, image);
                from = to;
            }
        }
    }

    /// <summary>The point at <paramref name="t"/> from 0 to 1 between two neighbours: on the line, or on the Catmull-Rom curve.</summary>
    private static Vector2 PointOn(Stroke stroke, ReadOnlySpan<Vector2> points, int span, float t)
    {
        Vector2 p1 = At(points, span, stroke.Closed);
        Vector2 p2 = At(points, span + 1, stroke.Closed);
        if (!stroke.Smooth)
        {
            return Vector2.Lerp(p1, p2, t);
        }

        Vector2 p0 = At(points, span - 1, stroke.Closed);
        Vector2 p3 = At(points, span + 2, stroke.Closed);
        return 0.5f * (2 * p1 + t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * p1 - p0 - 3 * p2 + p3))));
    }

    private static Vector2 At(ReadOnlySpan<Vector2> points, int index, bool closed) =>
        points[closed ? (index + points.Length) % points.Length : Math.Clamp(index, 0, points.Length - 1)];

    /// <summary>A line with round ends; a pixel's shade is how far the pen's edge reaches over it.</summary>
    private static void DrawLine(Vector2 from, Vector2 to, float radius, Span<float> image)
    {
        Vector2 along = to - from;
        float length2 = along.LengthSquared();
        float reach = radius + 0.5f;
        int left = Math.Max(0, (int)(Math.Min(from.X, to.X) - reach));
        int right = Math.Min(Side - 1, (int)(Math.Max(from.X, to.X) + reach));
        int top = Math.Max(0, (int)(Math.Min(from.Y, to.Y) - reach));
        int bottom = Math.Min(Side - 1, (int)(Math.Max(from.Y, to.Y) + reach));
        for (int y = top; y <= bottom; y++)
        {
            for (int x = left; x <= right; x++)
            {
                Vector2 pixel = new(x + 0.5f, y + 0.5f);
                float t = length2 > 0 ? Math.Clamp(Vector2.Dot(pixel - from, along) / length2, 0f, 1f) : 0f;
                float shade = Math.Clamp(reach - Vector2.Distance(pixel, from + t * along), 0f, 1f);
                ref float value = ref image[y * Side + x];
                value = Math.Max(value, shade);
            }
        }
    }
}

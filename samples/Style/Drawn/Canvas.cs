using System.Numerics;
using NetGen.Images;

namespace Style;

/// <summary>Pixels that are drawn on, each by its middle and the four corners around it, so that edges are soft.</summary>
/// <param name="height">Rows.</param>
/// <param name="width">Columns.</param>
internal sealed class Canvas(int height, int width)
{
    private static readonly Vector2[] s_corners = [new(0.25f, 0.25f), new(0.75f, 0.25f), new(0.25f, 0.75f), new(0.75f, 0.75f)];

    private readonly Vector3[] _pixels = new Vector3[height * width];

    /// <summary>Paints what lies inside of something.</summary>
    public void Fill(Predicate<Vector2> isInside, Func<Vector2, Vector3> colour) => Fill(isInside, colour, 0, 0, height, width);

    /// <summary>Paints a disc.</summary>
    public void Disc(Vector2 middle, float radius, Vector3 colour) => Around(middle, middle, radius, p => Vector2.DistanceSquared(p, middle) < radius * radius, colour);

    /// <summary>Paints a stroke with round ends.</summary>
    public void Stroke(Vector2 from, Vector2 to, float radius, Vector3 colour)
    {
        Vector2 along = to - from;
        float length = along.LengthSquared();
        Around(from, to, radius, p => Vector2.DistanceSquared(p, from + (along * Math.Clamp(Vector2.Dot(p - from, along) / length, 0f, 1f))) < radius * radius, colour);
    }

    /// <summary>The picture.</summary>
    public Picture ToPicture()
    {
        byte[] bytes = new byte[3 * _pixels.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)((Math.Clamp(_pixels[i % _pixels.Length][i / _pixels.Length], 0f, 1f) * byte.MaxValue) + 0.5f);
        }

        return Picture.FromBytes([3, height, width], bytes);
    }

    /// <summary>Paints something that lies within a distance of two points.</summary>
    private void Around(Vector2 a, Vector2 b, float distance, Predicate<Vector2> isInside, Vector3 colour)
    {
        Vector2 least = Vector2.Min(a, b) - new Vector2(distance);
        Vector2 most = Vector2.Max(a, b) + new Vector2(distance);
        Fill(isInside, _ => colour, Math.Max(0, (int)least.Y), Math.Max(0, (int)least.X), Math.Min(height, (int)most.Y + 1), Math.Min(width, (int)most.X + 1));
    }

    private void Fill(Predicate<Vector2> isInside, Func<Vector2, Vector3> colour, int top, int left, int bottom, int right)
    {
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
            {
                Vector2 pixel = new(x, y);
                int covered = s_corners.Count(corner => isInside(pixel + corner));
                if (covered > 0)
                {
                    ref Vector3 value = ref _pixels[(y * width) + x];
                    value = Vector3.Lerp(value, colour(pixel), (float)covered / s_corners.Length);
                }
            }
        }
    }
}

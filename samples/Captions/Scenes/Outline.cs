using System.Numerics;

namespace Captions;

/// <summary>Where the edge of a shape is.</summary>
internal static class Outline
{
    private const float StarPoints = 5;

    /// <summary>Half of the angle between two points of a star.</summary>
    private const float Wedge = MathF.PI / StarPoints;

    /// <summary>The inner corners of a star, as a part of its radius.</summary>
    private const float StarWaist = 0.5f;

    private static readonly Vector2 s_starEdge = Vector2.Normalize(new Vector2(StarWaist * MathF.Sin(Wedge), 1 - (StarWaist * MathF.Cos(Wedge))));

    /// <summary>How far a point is outside of a shape's edges, under 0 inside; of a star or a cross beyond a corner of that, it is less.</summary>
    /// <param name="shape">The shape, standing upright.</param>
    /// <param name="from">The point, from the shape's centre; y goes down.</param>
    /// <param name="radius">The circle around the shape.</param>
    public static float Distance(ShapeKind shape, Vector2 from, float radius) => shape switch
    {
        ShapeKind.Circle => from.Length() - (0.9f * radius),
        ShapeKind.Square => FromBox(from, 0.7f * radius, 0.7f * radius),
        ShapeKind.Triangle => MathF.Max(from.Y, (MathF.Sqrt(0.75f) * MathF.Abs(from.X)) - (0.5f * from.Y)) - (0.5f * radius),
        ShapeKind.Star => FromStar(from, radius),
        ShapeKind.Cross => MathF.Min(FromBox(from, 0.93f * radius, 0.33f * radius), FromBox(from, 0.33f * radius, 0.93f * radius)),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "expected a shape"),
    };

    private static float FromBox(Vector2 from, float across, float down) => MathF.Max(MathF.Abs(from.X) - across, MathF.Abs(from.Y) - down);

    /// <summary>All ten edges are one in its mirror images.</summary>
    private static float FromStar(Vector2 from, float radius)
    {
        float angle = MathF.Atan2(from.X, -from.Y);
        (float sine, float cosine) = MathF.SinCos(MathF.Abs(angle - (2 * Wedge * MathF.Round(angle / (2 * Wedge)))));
        float length = from.Length();
        return Vector2.Dot(new Vector2((length * cosine) - radius, length * sine), s_starEdge);
    }
}

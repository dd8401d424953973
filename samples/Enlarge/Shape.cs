using System.Numerics;
using NetGen;

namespace Enlarge;

/// <summary>A disc, a ring, a box or a line somewhere in a picture.</summary>
internal readonly struct Shape
{
    private const int Kinds = 4;

    private readonly int _kind;
    private readonly Vector2 _centre;
    private readonly Vector2 _along;
    private readonly Vector2 _half;
    private readonly float _radius;

    public Shape(ref RandomSource random)
    {
        _kind = random.Next(Kinds);
        _centre = new Vector2(Paint.Between(ref random, 0, Scene.Side), Paint.Between(ref random, 0, Scene.Side));
        float angle = Paint.Between(ref random, 0, MathF.Tau);
        _along = new Vector2(MathF.Cos(angle), MathF.Sin(angle));
        _half = new Vector2(Paint.Between(ref random, 3, 20), Paint.Between(ref random, 3, 20));
        _radius = Paint.Between(ref random, 0.6f, 2.5f);
        Paint = Paint.Any(ref random);
    }

    public Paint Paint { get; }

    /// <summary>How much of the pixel around a point it covers, from 0 to 1: by the distance from its edge.</summary>
    public float Cover(Vector2 point)
    {
        Vector2 from = point - _centre;
        Vector2 turned = new(Vector2.Dot(from, _along), (from.Y * _along.X) - (from.X * _along.Y));
        float distance = _kind switch
        {
            0 => from.Length() - _half.X,
            1 => MathF.Abs(from.Length() - _half.X) - _radius,
            2 => FromBox(turned, _half),
            _ => FromBox(turned, _half with { Y = 0 }) - _radius,
        };
        return Math.Clamp(0.5f - distance, 0f, 1f);
    }

    private static float FromBox(Vector2 point, Vector2 half)
    {
        Vector2 beyond = Vector2.Abs(point) - half;
        return Vector2.Max(beyond, Vector2.Zero).Length() + MathF.Min(MathF.Max(beyond.X, beyond.Y), 0);
    }
}

using System.Numerics;
using NetGen;

namespace Enlarge;

/// <summary>Colours over a plane: of one colour, sloping from one to another, or in stripes.</summary>
internal readonly struct Paint
{
    private readonly Vector3 _first;
    private readonly Vector3 _second;
    private readonly Vector2 _direction;
    private readonly float _period;

    private Paint(ref RandomSource random, float period)
    {
        _first = Colour(ref random);
        _second = Colour(ref random);
        float angle = Between(ref random, 0, MathF.Tau);
        _direction = new Vector2(MathF.Cos(angle), MathF.Sin(angle));
        _period = period;
    }

    /// <summary>From one side of the picture to the other.</summary>
    public static Paint Slope(ref RandomSource random) => new(ref random, 0);

    /// <summary>Stripes in one case of three, otherwise a slope.</summary>
    public static Paint Any(ref RandomSource random) => new(ref random, random.Next(3) == 0 ? Between(ref random, 4, 12) : 0);

    public static float Between(ref RandomSource random, float low, float high) => low + ((high - low) * random.NextSingle());

    public Vector3 At(Vector2 point)
    {
        float along = Vector2.Dot(point, _direction);
        if (_period == 0)
        {
            return Vector3.Lerp(_first, _second, Math.Clamp(0.5f + (along / (2 * Scene.Side)), 0f, 1f));
        }

        // How far the nearest edge of a stripe is, over which a pixel may lie in part.
        float place = along / _period;
        float distance = (MathF.Abs(place - MathF.Floor(place) - 0.5f) - 0.25f) * _period;
        return Vector3.Lerp(_first, _second, Math.Clamp(0.5f + distance, 0f, 1f));
    }

    private static Vector3 Colour(ref RandomSource random) => new(random.NextSingle(), random.NextSingle(), random.NextSingle());
}

using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen;

namespace Digits;

/// <summary>How one writer, once, bends a digit: an affine map onto the image, and a smooth elastic displacement over it.</summary>
internal readonly struct Hand
{
    private const int WaveCount = 3;

    // The letter box of 100 becomes 20 pixels in the middle of the 28, as in MNIST.
    private const float Scale = 20f / 100;

    private readonly Matrix3x2 _affine;
    private readonly Waves _waves;

    public Hand(ref RandomSource random)
    {
        float turn = random.Between(-0.35f, 0.35f);
        float slant = random.Between(-0.45f, 0.3f);
        float width = Scale * random.Between(0.5f, 1.1f);
        float height = Scale * random.Between(0.7f, 1.1f);
        Vector2 middle = new(14 + random.Between(-1.5f, 1.5f), 14 + random.Between(-1.5f, 1.5f));
        _affine = Matrix3x2.CreateTranslation(-50, -50)
            * Matrix3x2.CreateScale(width, height)
            * new Matrix3x2(1, 0, slant, 1, 0, 0)
            * Matrix3x2.CreateRotation(turn)
            * Matrix3x2.CreateTranslation(middle);
        for (int i = 0; i < WaveCount; i++)
        {
            float angle = random.Between(0, MathF.Tau);
            float frequency = random.Between(0.15f, 0.5f);
            _waves[i] = new Wave(
                new Vector2(MathF.Cos(angle), MathF.Sin(angle)) * frequency,
                random.Between(0, MathF.Tau),
                new Vector2(random.Between(-1.3f, 1.3f), random.Between(-1.3f, 1.3f)));
        }
    }

    /// <summary>Where a point of the letter box lies in the image, in pixels.</summary>
    public Vector2 Place(Vector2 point)
    {
        Vector2 place = Vector2.Transform(point, _affine);
        Vector2 moved = place;
        for (int i = 0; i < WaveCount; i++)
        {
            moved += _waves[i].Reach * MathF.Sin(Vector2.Dot(_waves[i].Direction, place) + _waves[i].Phase);
        }

        return moved;
    }

    private readonly record struct Wave(Vector2 Direction, float Phase, Vector2 Reach);

    [InlineArray(WaveCount)]
    private struct Waves
    {
        private Wave _first;
    }
}

using System.Numerics;
using NetGen;
using NetGen.Images;

namespace Style;

/// <summary>Draws a painting: thousands of short strokes that follow a field of whirls, blue, and yellow where a whirl has its middle. It is wholly determined by its random numbers.</summary>
internal static class DrawnPainting
{
    private const int Height = PictureSize.DrawnHeight;
    private const int Width = PictureSize.DrawnWidth;
    private const int Whirls = 7;
    private const int Strokes = 6_000;
    private const float Length = 13;

    private static readonly Vector3[] s_blues = [new(0.07f, 0.12f, 0.35f), new(0.12f, 0.25f, 0.55f), new(0.25f, 0.45f, 0.75f), new(0.55f, 0.72f, 0.85f)];
    private static readonly Vector3[] s_yellows = [new(0.95f, 0.75f, 0.2f), new(0.98f, 0.88f, 0.5f), new(0.85f, 0.5f, 0.12f)];

    public static Picture Draw(RandomSource random)
    {
        Canvas canvas = new(Height, Width);
        canvas.Fill(_ => true, _ => s_blues[0]);
        (Vector2 Middle, float Radius, float Turn)[] whirls = new (Vector2, float, float)[Whirls];
        for (int i = 0; i < Whirls; i++)
        {
            whirls[i] = (new Vector2(Width * random.NextSingle(), Height * random.NextSingle()), 14 + (16 * random.NextSingle()), random.Next(2) == 0 ? 1 : -1);
        }

        for (int i = 0; i < Strokes; i++)
        {
            Vector2 place = new(Width * random.NextSingle(), Height * random.NextSingle());
            Vector2 flow = new(1, 0.4f * MathF.Sin(place.X / 25));
            float light = 0;
            foreach ((Vector2 middle, float radius, float turn) in whirls)
            {
                Vector2 from = place - middle;
                float near = MathF.Exp(-from.LengthSquared() / (2 * radius * radius));
                flow += 6 * near * turn * new Vector2(-from.Y, from.X) / radius;
                light = MathF.Max(light, MathF.Exp(-from.LengthSquared() / (0.3f * radius * radius)));
            }

            Vector3[] palette = random.NextSingle() < light * 1.2f ? s_yellows : s_blues;
            Vector3 colour = palette[random.Next(palette.Length)] * (0.85f + (0.3f * random.NextSingle()));
            Vector2 half = Vector2.Normalize(flow) * (Length / 2);
            canvas.Stroke(place - half, place + half, 0.9f + (0.7f * random.NextSingle()), colour);
        }

        return canvas.ToPicture();
    }
}

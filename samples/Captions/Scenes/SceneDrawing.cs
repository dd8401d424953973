using System.Numerics;
using NetGen;

namespace Captions;

/// <summary>Draws a scene: shapes with a dark edge on a dull ground, with some grain over all. Colours differ a little from one scene to another.</summary>
internal static class SceneDrawing
{
    public const int Channels = 3;
    public const int Side = 64;
    public const int Pixels = Channels * Side * Side;

    private const float Edge = 1.2f;
    private const float Grain = 0.12f;
    private const float ColourSpread = 0.08f;

    private static readonly Vector3 s_dark = new(0.08f);

    /// <summary>In the order of <see cref="Colour"/>.</summary>
    private static readonly Vector3[] s_colours =
    [
        new(0.85f, 0.15f, 0.12f), new(0.15f, 0.62f, 0.2f), new(0.15f, 0.3f, 0.85f), new(0.95f, 0.85f, 0.12f), new(0.58f, 0.18f, 0.68f), new(0.94f, 0.94f, 0.94f),
    ];

    /// <summary>Draws it.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="random">The numbers.</param>
    /// <param name="pixels">Receives red, green and blue, from 0 to 1, as planes; grain goes over these ends.</param>
    public static void Draw(Scene scene, ref RandomSource random, Span<float> pixels)
    {
        (Vector3 upper, Vector3 lower) = (Ground(ref random), Ground(ref random));
        for (int i = 0; i < Side * Side; i++)
        {
            Put(pixels, i, Vector3.Lerp(upper, lower, (float)i / (Side * Side)));
        }

        foreach (Thing thing in scene.Things)
        {
            Draw(thing, s_colours[(int)thing.Noun.Colour] + Spread(ref random), pixels);
        }

        for (int i = 0; i < Pixels; i++)
        {
            pixels[i] += Grain * (random.NextSingle() - 0.5f);
        }
    }

    private static void Draw(Thing thing, Vector3 colour, Span<float> pixels)
    {
        (int left, int right) = Pixel(thing.Centre.X, thing.Radius);
        (int top, int bottom) = Pixel(thing.Centre.Y, thing.Radius);
        (float sine, float cosine) = MathF.SinCos(thing.Turn);
        for (int y = top; y <= bottom; y++)
        {
            for (int x = left; x <= right; x++)
            {
                Vector2 from = new Vector2(x + 0.5f, y + 0.5f) - thing.Centre;
                Vector2 upright = new((cosine * from.X) + (sine * from.Y), (cosine * from.Y) - (sine * from.X));
                float distance = Outline.Distance(thing.Noun.Shape, upright, thing.Radius);
                if (distance < 0.5f)
                {
                    int at = (y * Side) + x;
                    Vector3 inner = Vector3.Lerp(s_dark, colour, Cover(distance + Edge));
                    Put(pixels, at, Vector3.Lerp(new Vector3(pixels[at], pixels[at + (Side * Side)], pixels[at + (2 * Side * Side)]), inner, Cover(distance)));
                }
            }
        }
    }

    /// <summary>The first and last pixel that something of a radius reaches.</summary>
    private static (int First, int Last) Pixel(float centre, float radius) =>
        (Math.Max(0, (int)(centre - radius - 1)), Math.Min(Side - 1, (int)(centre + radius + 1)));

    /// <summary>How much of a pixel lies inside of an edge.</summary>
    private static float Cover(float distance) => Math.Clamp(0.5f - distance, 0f, 1f);

    private static void Put(Span<float> pixels, int at, Vector3 colour)
    {
        for (int channel = 0; channel < Channels; channel++)
        {
            pixels[(channel * Side * Side) + at] = colour[channel];
        }
    }

    private static Vector3 Ground(ref RandomSource random) => new Vector3(ScenePlacing.Between(ref random, 0.35f, 0.6f)) + Spread(ref random);

    private static Vector3 Spread(ref RandomSource random) => ColourSpread * ((2 * new Vector3(random.NextSingle(), random.NextSingle(), random.NextSingle())) - Vector3.One);
}

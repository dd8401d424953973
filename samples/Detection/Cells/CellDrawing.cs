using NetGen;
using NetGen.Images;

namespace Detection;

/// <summary>Draws one picture of cells.</summary>
internal sealed class CellDrawing(RandomSource random)
{
    private const int Height = BloodCells.Height;
    private const int Width = BloodCells.Width;
    private const float Noise = 0.04f;

    private readonly float[] _pixels = new float[3 * Height * Width];
    private readonly List<LabelledBox> _cells = [];

    public CellImage Make()
    {
        float[] ground = [0.85f + Spread(0.08f), 0.82f + Spread(0.08f), 0.85f + Spread(0.08f)];
        for (int i = 0; i < _pixels.Length; i++)
        {
            _pixels[i] = ground[i / (Height * Width)];
        }

        int rings = 5 + random.Next(8);
        for (int i = 0; i < rings; i++)
        {
            float radius = 20 + Spread(5);
            Ellipse(0, radius, radius * (1 + Spread(0.12f)), distance => distance < 0.35f ? 0.25f : 0.8f, [0.8f + Spread(0.08f), 0.55f + Spread(0.08f), 0.62f + Spread(0.08f)]);
        }

        for (int i = random.Next(3); i > 0; i--)
        {
            float radius = 38 + Spread(12);
            Ellipse(1, radius, radius * (1 + Spread(0.15f)), distance => distance < 0.6f ? 0.95f : 0.4f, [0.45f + Spread(0.08f), 0.3f + Spread(0.08f), 0.65f + Spread(0.08f)]);
        }

        for (int i = random.Next(4); i > 0; i--)
        {
            float radius = 8 + Spread(3);
            Ellipse(2, radius, radius * (1 + Spread(0.2f)), _ => 0.8f, [0.5f + Spread(0.08f), 0.35f + Spread(0.08f), 0.6f + Spread(0.08f)]);
        }

        for (int i = 0; i < _pixels.Length; i++)
        {
            _pixels[i] += Noise * (float)random.NextNormal();
        }

        return new CellImage(Picture.FromFloats(_pixels, [3, Height, Width]), [.. _cells]);
    }

    /// <param name="label">What it is.</param>
    /// <param name="across">Half its width.</param>
    /// <param name="down">Half its height.</param>
    /// <param name="cover">How much it covers at a distance from its middle, 0 to 1.</param>
    /// <param name="colour">Red, green, blue.</param>
    private void Ellipse(int label, float across, float down, Func<float, float> cover, float[] colour)
    {
        float x0 = random.Next(Width);
        float y0 = random.Next(Height);
        BoundingBox box = new BoundingBox(x0 - across, y0 - down, x0 + across, y0 + down).ClipTo(Width, Height);
        for (int y = (int)box.Top; y < box.Bottom; y++)
        {
            for (int x = (int)box.Left; x < box.Right; x++)
            {
                float distance = MathF.Sqrt(((x - x0) / across * ((x - x0) / across)) + ((y - y0) / down * ((y - y0) / down)));
                if (distance < 1)
                {
                    float share = cover(distance);
                    for (int c = 0; c < 3; c++)
                    {
                        ref float pixel = ref _pixels[(((c * Height) + y) * Width) + x];
                        pixel += share * (colour[c] - pixel);
                    }
                }
            }
        }

        _cells.Add(new LabelledBox(box, label));
    }

    /// <summary>A number from minus to plus an extent.</summary>
    private float Spread(float extent) => extent * ((2 * random.NextSingle()) - 1);
}

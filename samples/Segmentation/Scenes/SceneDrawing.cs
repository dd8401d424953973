using NetGen;
using NetGen.Images;

namespace Segmentation;

/// <summary>Draws one landscape: what is nearer is drawn later, over what is behind it.</summary>
internal sealed class SceneDrawing(RandomSource random)
{
    private const int Height = DrawnScenes.Height;
    private const int Width = DrawnScenes.Width;
    private const float Noise = 0.07f;

    private readonly float[] _pixels = new float[3 * Height * Width];
    private readonly byte[] _labels = new byte[Height * Width];

    public Scene Make()
    {
        int horizon = 24 + random.Next(20);
        float[] sky = Colour(0.45f, 0.55f, 0.7f, 0.25f);
        float[] ground = Colour(0.45f, 0.5f, 0.3f, 0.25f);
        Paint((_, y) => y < horizon, 0, sky);
        Paint((_, y) => y >= horizon, 1, ground);
        Circle(random.Next(Width), random.Next(horizon), 3 + random.Next(6), 4, Colour(0.9f, 0.8f, 0.5f, 0.15f));
        for (int things = 4 + random.Next(5), i = 0; i < things; i++)
        {
            // From the horizon to the front.
            int foot = horizon + 2 + ((Height - horizon - 4) * i / things) + random.Next(3);
            switch (random.Next(3))
            {
                case 0:
                    House(random.Next(Width), foot);
                    break;
                case 1:
                    Tree(random.Next(Width), foot);
                    break;
                default:
                    Post(random.Next(Width), foot);
                    break;
            }
        }

        for (int i = 0; i < _pixels.Length; i++)
        {
            _pixels[i] += Noise * (float)random.NextNormal();
        }

        return new Scene(Picture.FromFloats(_pixels, [3, Height, Width]), _labels);
    }

    private void House(int middle, int foot)
    {
        int half = 5 + random.Next(9);
        int wall = 6 + random.Next(10);
        int roof = 3 + random.Next(6);
        Paint((x, y) => Math.Abs(x - middle) <= half && y <= foot && y > foot - wall, 2, Colour(0.6f, 0.55f, 0.5f, 0.35f));
        Paint((x, y) => y <= foot - wall && y > foot - wall - roof && Math.Abs(x - middle) * roof <= half * (y - (foot - wall - roof)), 2, Colour(0.5f, 0.3f, 0.25f, 0.25f));
    }

    private void Tree(int middle, int foot)
    {
        int trunk = 4 + random.Next(8);
        int crown = 4 + random.Next(7);
        Paint((x, y) => Math.Abs(x - middle) <= 1 && y <= foot && y > foot - trunk, 3, Colour(0.35f, 0.25f, 0.2f, 0.1f));
        Circle(middle, foot - trunk - crown + 2, crown, 3, Colour(0.35f, 0.45f, 0.2f, 0.25f));
    }

    private void Post(int middle, int foot)
    {
        int length = 8 + random.Next(20);
        Paint((x, y) => (x == middle || x == middle + 1) && y <= foot && y > foot - length, 5, Colour(0.35f, 0.35f, 0.35f, 0.25f));
    }

    private void Circle(int x0, int y0, int radius, byte label, float[] colour) =>
        Paint((x, y) => ((x - x0) * (x - x0)) + ((y - y0) * (y - y0)) <= radius * radius, label, colour);

    private void Paint(Func<int, int, bool> isInside, byte label, float[] colour)
    {
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                if (isInside(x, y))
                {
                    int pixel = (y * Width) + x;
                    _labels[pixel] = label;
                    for (int channel = 0; channel < 3; channel++)
                    {
                        _pixels[(channel * Height * Width) + pixel] = colour[channel];
                    }
                }
            }
        }
    }

    /// <summary>A colour near another one.</summary>
    private float[] Colour(float red, float green, float blue, float spread) => [Near(red, spread), Near(green, spread), Near(blue, spread)];

    private float Near(float value, float spread) => value + (spread * ((2 * random.NextSingle()) - 1));
}

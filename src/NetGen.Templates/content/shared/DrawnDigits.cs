using NetGen;

namespace NetGenApp._1;

/// <summary>Digits to train and test with where there is no data set: shapes of 5 × 7 points, each moved, slanted, sized, and covered with noise.</summary>
public static class DrawnDigits
{
    private const int Side = 28;
    private const int Columns = 5;
    private const int Rows = 7;

    private static readonly string[][] s_shapes =
    [
        [".###.", "#...#", "#...#", "#...#", "#...#", "#...#", ".###."],
        ["..#..", ".##..", "..#..", "..#..", "..#..", "..#..", ".###."],
        [".###.", "#...#", "....#", "...#.", "..#..", ".#...", "#####"],
        ["####.", "....#", "....#", ".###.", "....#", "....#", "####."],
        ["...#.", "..##.", ".#.#.", "#..#.", "#####", "...#.", "...#."],
        ["#####", "#....", "####.", "....#", "....#", "#...#", ".###."],
        [".###.", "#....", "#....", "####.", "#...#", "#...#", ".###."],
        ["#####", "....#", "...#.", "...#.", "..#..", "..#..", "..#.."],
        [".###.", "#...#", "#...#", ".###.", "#...#", "#...#", ".###."],
        [".###.", "#...#", "#...#", ".####", "....#", "....#", ".###."],
    ];

    /// <summary>Draws a set; the same seed gives the same images.</summary>
    public static ImageDataset Make(int count, int seed)
    {
        byte[] pixels = new byte[count * Side * Side];
        byte[] labels = new byte[count];
        Random random = new(seed);
        for (int i = 0; i < count; i++)
        {
            labels[i] = (byte)(i % s_shapes.Length);
            Draw(labels[i], random, pixels.AsSpan(i * Side * Side, Side * Side));
        }

        return new ImageDataset([1, Side, Side], pixels, labels, [Mnist.Mean], [Mnist.Deviation]); // normalised as MNIST is
    }

    /// <summary>Draws one digit, white on black, row by row.</summary>
    public static void Draw(int digit, Random random, Span<byte> pixels)
    {
        string[] shape = s_shapes[digit];
        float scale = Between(random, 2.2f, 3f);
        float slant = Between(random, -0.25f, 0.25f);
        float middleX = (Side / 2f) + Between(random, -3f, 3f);
        float middleY = (Side / 2f) + Between(random, -2f, 2f);
        float ink = Between(random, 150f, 230f);
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                // Where this pixel lies in the shape.
                float row = ((y + 0.5f - middleY) / scale) + (Rows / 2f);
                float column = ((x + 0.5f - middleX - (slant * (middleY - y))) / scale) + (Columns / 2f);
                bool inside = row >= 0 && row < Rows && column >= 0 && column < Columns && shape[(int)row][(int)column] == '#';
                float noise = Between(random, 0f, 60f);
                pixels[(y * Side) + x] = (byte)Math.Min((inside ? ink : 0f) + noise, byte.MaxValue);
            }
        }
    }

    private static float Between(Random random, float from, float to) => from + (random.NextSingle() * (to - from));
}

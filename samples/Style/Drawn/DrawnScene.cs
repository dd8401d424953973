using System.Numerics;
using NetGen;
using NetGen.Images;

namespace Style;

/// <summary>Draws a landscape: a sun over hills, houses and trees before them, and water. It is wholly determined by its random numbers.</summary>
internal static class DrawnScene
{
    private const int Height = PictureSize.DrawnHeight;
    private const int Width = PictureSize.DrawnWidth;

    public static Picture Draw(RandomSource random)
    {
        Canvas canvas = new(Height, Width);
        float horizon = Height * Between(ref random, 0.45f, 0.6f);
        float shore = Height * Between(ref random, 0.78f, 0.88f);
        Vector3 sky = Colour(ref random, new(0.62f, 0.78f, 0.93f), 0.12f);
        Vector3 paleSky = Vector3.Lerp(sky, Vector3.One, 0.5f);
        canvas.Fill(p => true, p => Vector3.Lerp(sky, paleSky, p.Y / horizon));
        Vector2 sun = new(Width * random.NextSingle(), horizon * Between(ref random, 0.15f, 0.6f));
        canvas.Disc(sun, Between(ref random, 8, 14), Colour(ref random, new(0.98f, 0.85f, 0.45f), 0.06f));
        for (int ridge = 0; ridge < 2; ridge++)
        {
            float top = horizon - Between(ref random, 4, 18) + (ridge * 10);
            float length = Between(ref random, 18, 40);
            float phase = Between(ref random, 0, MathF.Tau);
            Vector3 hill = Colour(ref random, ridge == 0 ? new(0.5f, 0.6f, 0.62f) : new(0.45f, 0.58f, 0.36f), 0.1f);
            canvas.Fill(p => p.Y > top + (6 * MathF.Sin((p.X / length) + phase)) + (3 * MathF.Sin((p.X / length * 2.7f) - phase)), _ => hill);
        }

        int things = 5 + random.Next(5);
        for (int i = 0; i < things; i++)
        {
            float foot = horizon + 8 + ((shore - horizon - 8) * i / things);
            float size = 0.6f + (0.7f * i / things);
            Vector2 place = new(Width * random.NextSingle(), foot);
            if (random.Next(2) == 0)
            {
                House(canvas, place, size, ref random);
            }
            else
            {
                Tree(canvas, place, size, ref random);
            }
        }

        Vector3 water = Vector3.Lerp(sky, new(0.15f, 0.25f, 0.35f), 0.5f);
        canvas.Fill(p => p.Y > shore, p => Vector3.Lerp(water, paleSky, 0.35f + (0.35f * MathF.Sin((p.Y * 1.3f) + (p.X * 0.04f)))));
        return canvas.ToPicture();
    }

    private static void House(Canvas canvas, Vector2 foot, float size, ref RandomSource random)
    {
        float half = size * Between(ref random, 8, 15);
        float wall = size * Between(ref random, 12, 26);
        float roof = size * Between(ref random, 8, 15);
        Vector3 walls = Colour(ref random, new(0.85f, 0.77f, 0.66f), 0.15f);
        Vector3 tiles = Colour(ref random, new(0.66f, 0.32f, 0.24f), 0.12f);
        canvas.Fill(p => MathF.Abs(p.X - foot.X) < half && p.Y < foot.Y && p.Y > foot.Y - wall, p => p.X > foot.X ? walls * 0.85f : walls);
        canvas.Fill(p => p.Y <= foot.Y - wall && MathF.Abs(p.X - foot.X) * roof < (half + 2) * (p.Y - (foot.Y - wall - roof)), _ => tiles);
        float pane = size * 2.2f;
        for (int i = -1; i <= 1; i += 2)
        {
            Vector2 window = foot + new Vector2(i * half / 2, -wall * 0.6f);
            canvas.Fill(p => MathF.Abs(p.X - window.X) < pane && MathF.Abs(p.Y - window.Y) < pane * 1.4f, _ => new(0.2f, 0.22f, 0.28f));
        }
    }

    private static void Tree(Canvas canvas, Vector2 foot, float size, ref RandomSource random)
    {
        float trunk = size * Between(ref random, 10, 20);
        float crown = size * Between(ref random, 8, 14);
        Vector3 bark = Colour(ref random, new(0.35f, 0.26f, 0.2f), 0.06f);
        Vector3 leaves = Colour(ref random, new(0.24f, 0.42f, 0.2f), 0.1f);
        canvas.Fill(p => MathF.Abs(p.X - foot.X) < size * 1.8f && p.Y < foot.Y && p.Y > foot.Y - trunk, _ => bark);
        Vector2 middle = foot - new Vector2(0, trunk + (crown * 0.6f));
        canvas.Disc(middle, crown, leaves);
        canvas.Disc(middle - new Vector2(crown * 0.3f), crown * 0.5f, leaves * 1.25f);
    }

    private static Vector3 Colour(ref RandomSource random, Vector3 about, float by) =>
        about + new Vector3(Between(ref random, -by, by), Between(ref random, -by, by), Between(ref random, -by, by));

    private static float Between(ref RandomSource random, float least, float most) => least + ((most - least) * random.NextSingle());
}

using NetGen;

namespace Generate;

/// <summary>What images are made of: 100 numbers from -1 to 1, each as likely as another.</summary>
internal static class Noise
{
    public const int Size = DigitGenerator.InputSize;

    public static void Fill(Span<float> values, ref RandomSource random)
    {
        foreach (ref float value in values)
        {
            value = (2 * random.NextSingle()) - 1;
        }
    }

    /// <summary>Places on straight ways between random points: from the first to the second, on to the third, and so on.</summary>
    /// <param name="points">How many points.</param>
    /// <param name="places">Places from one to the next, the first included.</param>
    /// <param name="random">The points.</param>
    /// <returns>(points − 1) × places × 100 numbers.</returns>
    public static float[] Walk(int points, int places, ref RandomSource random)
    {
        float[] ends = new float[points * Size];
        Fill(ends, ref random);
        float[] walk = new float[(points - 1) * places * Size];
        for (int place = 0; place < (points - 1) * places; place++)
        {
            int from = place / places * Size;
            float part = (float)(place % places) / places;
            for (int i = 0; i < Size; i++)
            {
                walk[(place * Size) + i] = ends[from + i] + (part * (ends[from + Size + i] - ends[from + i]));
            }
        }

        return walk;
    }
}

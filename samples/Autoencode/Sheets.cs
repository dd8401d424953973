using NetGen;
using NetGen.Images;

namespace Autoencode;

/// <summary>Pictures of what the networks make.</summary>
internal static class Sheets
{
    private const int Classes = 10;
    private const int Enlarged = 2;
    private const int Gap = 2;

    /// <summary>Codes in a row and in a column of the plane.</summary>
    private const int PlaneSide = 20;

    /// <summary>Of two values from N(0, 1), nine in ten lie within so far from 0.</summary>
    private const float PlaneReach = 2.15f;

    /// <summary>Draws in a row and in a column.</summary>
    private const int DrawnSide = 10;

    /// <summary>The first image of each class in the first row, and what networks make of them below, a network a row.</summary>
    public static void WriteReconstructions(string file, DigitSet images, IReadOnlyList<Func<float[], float[]>> networks)
    {
        float[] row = new float[Classes * DigitSet.Pixels];
        for (int label = 0; label < Classes; label++)
        {
            int digit = label;
            int index = Enumerable.Range(0, images.Count).First(i => images.Label(i) == digit);
            images.CopyInput(index, row.AsSpan(label * DigitSet.Pixels, DigitSet.Pixels));
        }

        Save(file, [row, .. networks.Select(network => network(row))], Classes);
    }

    /// <summary>What the decoder makes of the codes of a plane, from -2.15 to 2.15 in either direction.</summary>
    public static void WritePlane(string file, VariationalAutoencoder network)
    {
        float[] codes = new float[PlaneSide * PlaneSide * network.Latent];
        for (int i = 0; i < PlaneSide * PlaneSide; i++)
        {
            codes[2 * i] = Place(i % PlaneSide);
            codes[(2 * i) + 1] = Place(i / PlaneSide);
        }

        Save(file, [network.Decode(codes)], PlaneSide);

        static float Place(int step) => PlaneReach * ((2f * step / (PlaneSide - 1)) - 1);
    }

    /// <summary>What the decoder makes of codes that are drawn from N(0, 1).</summary>
    public static void WriteDrawn(string file, VariationalAutoencoder network, int seed)
    {
        RandomSource random = new((ulong)seed, 4, 0);
        float[] codes = new float[DrawnSide * DrawnSide * network.Latent];
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = (float)random.NextNormal();
        }

        Save(file, [network.Decode(codes)], DrawnSide);
    }

    private static void Save(string file, IEnumerable<float[]> rows, int columns) =>
        Picture.Grid([.. rows.SelectMany(row => row.Chunk(DigitSet.Pixels)).Select(Show)], columns, Gap).SavePng(file);

    private static Picture Show(float[] pixels) =>
        Picture.FromFloats(pixels, [1, DigitSet.Side, DigitSet.Side]).Resize(DigitSet.Side * Enlarged, DigitSet.Side * Enlarged, ResizeFilter.Nearest);
}

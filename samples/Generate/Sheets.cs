using NetGen;
using NetGen.Images;

namespace Generate;

/// <summary>Pictures of what a generator makes.</summary>
internal static class Sheets
{
    private const int Side = 12;
    private const int Walks = 9;
    private const int Enlarged = 2;
    private const int Gap = 2;

    /// <summary>Generated pixels are from -1 to 1.</summary>
    private const float Half = 0.5f;

    /// <summary>The first images that come, none of them chosen.</summary>
    public static void WriteSamples(string file, Model generator, RandomSource random)
    {
        float[] noise = new float[Side * Side * Noise.Size];
        Noise.Fill(noise, ref random);
        Write(file, generator, noise);
    }

    /// <summary>On the way between random points: from the first image of a row in equal steps to the first of the next row.</summary>
    public static void WriteWalk(string file, Model generator, RandomSource random) => Write(file, generator, Noise.Walk(Walks + 1, Side, ref random));

    private static void Write(string file, Model generator, float[] noise)
    {
        float[] pixels = new float[noise.Length / Noise.Size * generator.Description.OutputSize];
        generator.Predict(noise, pixels);
        Picture.Grid([.. pixels.Chunk(generator.Description.OutputSize).Select(image => Show(image, generator.Description.OutputShape))], Side, Gap).SavePng(file);
    }

    private static Picture Show(float[] pixels, IReadOnlyList<int> shape)
    {
        float[] halves = [.. Enumerable.Repeat(Half, shape[0])];
        return Picture.FromFloats(pixels, shape, halves, halves).Resize(shape[2] * Enlarged, shape[1] * Enlarged, ResizeFilter.Nearest);
    }
}

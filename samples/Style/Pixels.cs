using NetGen.Images;

namespace Style;

/// <summary>Pictures as the networks read and make them: values from 0 to 1 minus a mean.</summary>
internal static class Pixels
{
    /// <summary>What the pretrained network was trained with (the package's mean image).</summary>
    private static readonly float[] s_mean = [123.15f / 255, 115.90f / 255, 103.06f / 255];

    /// <summary>The values of a picture.</summary>
    public static float[] Of(Picture picture)
    {
        float[] values = new float[picture.Bytes.Length];
        Copy(picture, values);
        return values;
    }

    /// <summary>Writes the values of a picture.</summary>
    public static void Copy(Picture picture, Span<float> destination) => picture.ToFloats(destination, s_mean);

    /// <summary>Leaves a share of the light of a picture's values.</summary>
    public static void Darken(Span<float> values, float share)
    {
        int plane = values.Length / s_mean.Length;
        for (int i = 0; i < values.Length; i++)
        {
            float mean = s_mean[i / plane];
            values[i] = ((values[i] + mean) * share) - mean;
        }
    }

    /// <summary>The picture of values; what is under 0 or over 1 is cut.</summary>
    public static Picture ToPicture(ReadOnlySpan<float> values, IReadOnlyList<int> shape) => Picture.FromFloats(values, shape, s_mean);

    /// <summary>Loads a picture; of other proportions than a size its middle.</summary>
    /// <exception cref="InputException">The file is absent or damaged.</exception>
    public static Picture Load(string option, string file, int height, int width)
    {
        try
        {
            return Fit(Picture.Load(file), height, width);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{option}: {problem.Message}");
        }
    }

    /// <summary>Resizes a picture so that it covers a size, and takes the middle.</summary>
    public static Picture Fit(Picture picture, int height, int width)
    {
        double factor = Math.Max((double)height / picture.Height, (double)width / picture.Width);
        return picture.Resize(Side(picture.Width, width), Side(picture.Height, height), ResizeFilter.Bicubic).CenterCrop(width, height);

        int Side(int side, int least) => Math.Max(least, (int)Math.Round(side * factor));
    }
}

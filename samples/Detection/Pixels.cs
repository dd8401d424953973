using NetGen.Images;

namespace Detection;

/// <summary>Pictures as the network reads them.</summary>
internal static class Pixels
{
    private static readonly float[] s_mean = [0.7f, 0.65f, 0.7f];
    private static readonly float[] s_deviation = [0.2f, 0.2f, 0.2f];

    public static void Write(Picture picture, Span<float> pixels) => picture.ToFloats(pixels, s_mean, s_deviation);
}

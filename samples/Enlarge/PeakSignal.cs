using NetGen.Images;

namespace Enlarge;

/// <summary>The peak signal-to-noise ratio: how near a picture is to another, in decibels.</summary>
internal static class PeakSignal
{
    /// <summary>
    /// 10 · log10(255² / m), where m is the mean of (byte − byte)² over all channels and pixels, none at the edge left out; infinite for equal pictures.
    /// </summary>
    public static double Of(Picture picture, Picture truth)
    {
        ReadOnlySpan<byte> made = picture.Bytes;
        ReadOnlySpan<byte> wanted = truth.Bytes;
        long sum = 0;
        for (int i = 0; i < wanted.Length; i++)
        {
            int difference = made[i] - wanted[i];
            sum += difference * difference;
        }

        return FromError((double)sum / wanted.Length, byte.MaxValue);
    }

    /// <param name="error">The mean squared difference.</param>
    /// <param name="peak">From the least value to the greatest.</param>
    public static double FromError(double error, double peak) => 10 * Math.Log10(peak * peak / error);
}

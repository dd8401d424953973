using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>Prepares a norm's parameters for its kernels: rows of <c>pitch</c> floats, zero past the channels.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class BatchNormPacking
{
    /// <summary>Copies γ and β, padded.</summary>
    /// <param name="weight">γ.</param>
    /// <param name="bias">β.</param>
    /// <param name="packed">Receives both rows.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="pitch">Floats a row.</param>
    public static void Affine(float* weight, float* bias, float* packed, int channels, int pitch)
    {
        for (int c = 0; c < pitch; c++)
        {
            packed[c] = c < channels ? weight[c] : 0;
            packed[pitch + c] = c < channels ? bias[c] : 0;
        }
    }

    /// <summary>Turns γ, β and the running statistics into a scale and a shift.</summary>
    /// <param name="weight">γ.</param>
    /// <param name="bias">β.</param>
    /// <param name="mean">The running mean.</param>
    /// <param name="variance">The running variance.</param>
    /// <param name="packed">Receives the scales, then the shifts.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="pitch">Floats a row.</param>
    /// <param name="epsilon">Added to the variance.</param>
    public static void ScaleShift(float* weight, float* bias, float* mean, float* variance, float* packed, int channels, int pitch, float epsilon)
    {
        for (int c = 0; c < pitch; c++)
        {
            double scale = c < channels ? weight[c] / Math.Sqrt((double)variance[c] + epsilon) : 0;
            packed[c] = (float)scale;
            packed[pitch + c] = c < channels ? (float)(bias[c] - (mean[c] * scale)) : 0;
        }
    }

    /// <summary>
    /// Brings γ, β and the running statistics into the rows of <see cref="BatchNormStatistics"/>, as <see cref="BatchNormStatistics.Combine"/> leaves those of a frozen
    /// layer. They depend on no input, so the means that the gradient subtracts are zero.
    /// </summary>
    /// <param name="weight">γ.</param>
    /// <param name="bias">β.</param>
    /// <param name="mean">The running mean.</param>
    /// <param name="variance">The running variance.</param>
    /// <param name="packed">Receives the seven rows.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="pitch">Floats a row.</param>
    /// <param name="epsilon">Added to the variance.</param>
    public static void RunningStatistics(float* weight, float* bias, float* mean, float* variance, float* packed, int channels, int pitch, float epsilon)
    {
        new Span<float>(packed, 7 * pitch).Clear();
        for (int c = 0; c < channels; c++)
        {
            packed[c] = mean[c];
            packed[pitch + c] = (float)(1.0 / Math.Sqrt((double)variance[c] + epsilon));
            packed[(5 * pitch) + c] = weight[c];
            packed[(6 * pitch) + c] = bias[c];
        }
    }
}

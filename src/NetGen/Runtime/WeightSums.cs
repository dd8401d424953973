using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Brings a rectangle of a gradient by a convolution's weights, as a thread has summed it over the whole batch, into PyTorch's order.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class WeightSums
{
    /// <summary>Inputs that are gone through for each output: their sums stay in the first-level cache meanwhile, a cache line each.</summary>
    private const int Inputs = 16;

    /// <summary>Writes the rectangle.</summary>
    /// <param name="sums">(taps, inputs, outputs): the outputs of a channel block, some of which may be spare.</param>
    /// <param name="gradient">The gradient of the first output's first input: (outputs, inputs, taps).</param>
    /// <param name="width">Outputs of the channel block.</param>
    /// <param name="outputs">Those that exist.</param>
    /// <param name="inputs">Inputs.</param>
    /// <param name="taps">Taps of the kernel.</param>
    /// <param name="stride">Floats from an output's gradients to the next output's.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Store(float* sums, float* gradient, int width, int outputs, int inputs, int taps, nint stride)
    {
        nint tapStride = (nint)inputs * width;
        for (int first = 0; first < inputs; first += Inputs)
        {
            int some = Math.Min(Inputs, inputs - first);
            for (int output = 0; output < outputs; output++)
            {
                float* from = sums + ((nint)first * width) + output;
                float* to = gradient + (output * stride) + ((nint)first * taps);
                for (int input = 0; input < some; input++)
                {
                    for (int tap = 0; tap < taps; tap++)
                    {
                        to[tap] = from[tap * tapStride];
                    }

                    from += width;
                    to += taps;
                }
            }
        }
    }
}

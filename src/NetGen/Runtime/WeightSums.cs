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

    /// <summary>Outputs that are written at a time where an input has several taps, and where it has one: whose lines may all meet in the same place of the cache.</summary>
    private const int Outputs = 16, PointOutputs = 4;

    /// <summary>Writes the rectangle.</summary>
    /// <param name="sums">(taps, inputs, outputs): the outputs of a channel block, some of which may be spare.</param>
    /// <param name="gradient">The gradient of the first output's first input: (outputs, inputs, taps).</param>
    /// <param name="width">Outputs of the channel block.</param>
    /// <param name="outputs">Those that exist.</param>
    /// <param name="inputs">Inputs.</param>
    /// <param name="taps">Taps of the kernel.</param>
    /// <param name="stride">Floats from an output's gradients to the next output's.</param>
    public static void Store(float* sums, float* gradient, int width, int outputs, int inputs, int taps, nint stride)
    {
        nint tapStride = (nint)inputs * width;
        for (int first = 0; first < inputs; first += Inputs)
        {
            Write(sums + ((nint)first * width), gradient + ((nint)first * taps), width, tapStride, outputs, Math.Min(Inputs, inputs - first), taps, taps, stride);
        }
    }

    /// <summary>Writes some taps of some inputs for some outputs, few outputs at a time: what is written of them stays in the first-level cache meanwhile.</summary>
    /// <param name="sums">(taps, inputs, outputs).</param>
    /// <param name="gradient">The gradient of the first output's first input and tap: (outputs, inputs, area).</param>
    /// <param name="width">Floats from an input's sums to the next input's.</param>
    /// <param name="tapStride">Floats from a tap's sums to the next tap's.</param>
    /// <param name="outputs">Outputs.</param>
    /// <param name="inputs">Inputs.</param>
    /// <param name="taps">Taps.</param>
    /// <param name="area">All taps of the kernel.</param>
    /// <param name="stride">Floats from an output's gradients to the next output's.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Write(float* sums, float* gradient, int width, nint tapStride, int outputs, int inputs, int taps, int area, nint stride)
    {
        int most = area == 1 ? PointOutputs : Outputs;
        for (int output = 0; output < outputs; output += most)
        {
            int some = Math.Min(most, outputs - output);
            float* to = gradient + (output * stride);
            if (area == 1)
            {
                Square.Transpose(sums + output, width, inputs, some, null, to, stride);
                continue;
            }

            for (int input = 0; input < inputs; input++)
            {
                Square.Transpose(sums + ((nint)input * width) + output, tapStride, taps, some, null, to + ((nint)input * area), stride);
            }
        }
    }
}

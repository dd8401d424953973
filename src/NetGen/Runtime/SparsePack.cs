using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>
/// <see cref="Pack"/> for convolutions whose filters read some channels alone: the other weights are packed as zeros, whatever the
/// parameter holds there.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class SparsePack
{
    private const int Lanes = 16;

    /// <summary>Packs the weights for the forward pass.</summary>
    /// <param name="weight">(outputs, inputs, kernelY, kernelX).</param>
    /// <param name="packed">The result.</param>
    /// <param name="outputs">Filters.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="kernelY">Kernel rows.</param>
    /// <param name="kernelX">Kernel columns.</param>
    /// <param name="connections">A row of 0 and 1 for each filter, with spaces between the rows.</param>
    public static void Conv(float* weight, float* packed, int outputs, int inputs, int kernelY, int kernelX, ReadOnlySpan<byte> connections)
    {
        Pack.Conv(weight, packed, outputs, inputs, kernelY, kernelX);
        Clear(packed, outputs, inputs, kernelY * kernelX, connections, inputs + 1, 1);
    }

    /// <summary>The same with a batch norm's factor, weight / √(variance + epsilon), on each filter.</summary>
    /// <param name="weight">(outputs, inputs, kernelY, kernelX).</param>
    /// <param name="gamma">The batch norm's weight.</param>
    /// <param name="variance">The batch norm's running variance.</param>
    /// <param name="packed">The result.</param>
    /// <param name="outputs">Filters.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="kernelY">Kernel rows.</param>
    /// <param name="kernelX">Kernel columns.</param>
    /// <param name="epsilon">The batch norm's epsilon.</param>
    /// <param name="connections">A row of 0 and 1 for each filter, with spaces between the rows.</param>
    public static void ConvWithBatchNorm(float* weight, float* gamma, float* variance, float* packed, int outputs, int inputs, int kernelY, int kernelX, float epsilon, ReadOnlySpan<byte> connections)
    {
        Pack.ConvWithBatchNorm(weight, gamma, variance, packed, outputs, inputs, kernelY, kernelX, epsilon);
        Clear(packed, outputs, inputs, kernelY * kernelX, connections, inputs + 1, 1);
    }

    /// <summary>Packs weights for the gradient by the input: inputs and outputs exchanged, and the taps from the last to the first.</summary>
    /// <param name="weight">(outputs, inputs, kernelY, kernelX).</param>
    /// <param name="packed">The result.</param>
    /// <param name="outputs">Filters.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="kernelY">Kernel rows.</param>
    /// <param name="kernelX">Kernel columns.</param>
    /// <param name="connections">A row of 0 and 1 for each filter, with spaces between the rows.</param>
    public static void ConvTurned(float* weight, float* packed, int outputs, int inputs, int kernelY, int kernelX, ReadOnlySpan<byte> connections) =>
        ConvTurned(weight, packed, outputs, inputs, kernelY, kernelX, kernelY - 1, 1, kernelY, kernelX - 1, 1, kernelX, connections);

    /// <summary>Packs the weights for the gradient by the input, as <c>Pack.ConvTurned</c> does.</summary>
    /// <param name="weight">(outputs, inputs, kernelY, kernelX).</param>
    /// <param name="packed">The result.</param>
    /// <param name="outputs">Filters.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="kernelY">Kernel rows.</param>
    /// <param name="kernelX">Kernel columns.</param>
    /// <param name="lastY">The phase's largest kernel row.</param>
    /// <param name="stepY">From one of the phase's kernel rows to the next smaller.</param>
    /// <param name="tapsY">The phase's kernel rows.</param>
    /// <param name="lastX">The phase's largest kernel column.</param>
    /// <param name="stepX">From one of the phase's kernel columns to the next smaller.</param>
    /// <param name="tapsX">The phase's kernel columns.</param>
    /// <param name="connections">A row of 0 and 1 for each filter, with spaces between the rows.</param>
    public static void ConvTurned(float* weight, float* packed, int outputs, int inputs, int kernelY, int kernelX, int lastY, int stepY, int tapsY, int lastX, int stepX, int tapsX, ReadOnlySpan<byte> connections)
    {
        Pack.ConvTurned(weight, packed, outputs, inputs, kernelY, kernelX, lastY, stepY, tapsY, lastX, stepX, tapsX);
        Clear(packed, inputs, outputs, tapsY * tapsX, connections, 1, inputs + 1);
    }

    /// <summary>Packs the weights for the gradient by the input, as <see cref="Pack.ConvTurnedPhases"/> does.</summary>
    /// <param name="weight">(outputs, inputs, kernelY, kernelX).</param>
    /// <param name="packed">The result.</param>
    /// <param name="outputs">Filters.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="kernelY">Kernel rows.</param>
    /// <param name="kernelX">Kernel columns.</param>
    /// <param name="lastY">The phase's largest kernel row.</param>
    /// <param name="stepY">From one of the phase's kernel rows to the next smaller.</param>
    /// <param name="tapsY">The phase's kernel rows.</param>
    /// <param name="lastX">The phase's largest kernel column.</param>
    /// <param name="stepX">From one of the phase's kernel columns to the next smaller.</param>
    /// <param name="tapsX">The phase's kernel columns.</param>
    /// <param name="phasesY">Phases of rows.</param>
    /// <param name="phasesX">Phases of columns.</param>
    /// <param name="connections">A row of 0 and 1 for each filter, with spaces between the rows.</param>
    public static void ConvTurnedPhases(float* weight, float* packed, int outputs, int inputs, int kernelY, int kernelX, int lastY, int stepY, int tapsY, int lastX, int stepX, int tapsX, int phasesY, int phasesX, ReadOnlySpan<byte> connections)
    {
        long size = (long)outputs * ((inputs + 15) / 16 * 16) * tapsY * tapsX;
        for (int y = 0; y < phasesY; y++)
        {
            for (int x = 0; x < phasesX; x++)
            {
                ConvTurned(weight, packed, outputs, inputs, kernelY, kernelX, lastY + y, stepY, tapsY, lastX + x, stepX, tapsX, connections);
                packed += size;
            }
        }
    }

    /// <summary>Clears what is not connected. Packed weights lie by block of lanes, tap, channel of the depth, lane.</summary>
    private static void Clear(float* packed, int lanes, int depth, int taps, ReadOnlySpan<byte> connections, int laneStep, int depthStep)
    {
        ChannelBlocks blocks = ChannelBlocks.Of((lanes + Lanes - 1) / Lanes * Lanes);
        for (int block = 0; block < blocks.Count; block++)
        {
            int start = blocks.Start(block);
            int width = blocks.Width(block);
            int real = Math.Min(width, lanes - start);
            float* from = packed + ((long)start * taps * depth);
            for (int lane = 0; lane < real; lane++)
            {
                for (int d = 0; d < depth; d++)
                {
                    if (connections[((start + lane) * laneStep) + (d * depthStep)] == (byte)'1')
                    {
                        continue;
                    }

                    for (int tap = 0; tap < taps; tap++)
                    {
                        from[((((long)tap * depth) + d) * width) + lane] = 0;
                    }
                }
            }
        }
    }
}

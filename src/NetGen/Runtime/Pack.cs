using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>
/// Brings weights from PyTorch's layout into the order in which kernels read them: group, block of output channels, kernel row, kernel
/// column, input channel, and the block's output channels together. Channels that do not exist are zero.
/// </summary>
/// <remarks>A model's first prediction waits for this, so the methods that do the most of it are compiled at once as those that run for long.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class Pack
{
    private const int Lanes = 16;
    private const int MostLanes = 64;

    /// <summary>So many that what is written of a 3×3 convolution meanwhile stays in the first-level cache.</summary>
    private const int InputsAtATime = 8;

    /// <summary>Packs the weights of a convolution for the forward pass.</summary>
    /// <param name="weight">(outputs, inputs, kernelY, kernelX).</param>
    /// <param name="packed">The result.</param>
    /// <param name="outputs">Output channels over all groups.</param>
    /// <param name="inputs">Input channels of a group.</param>
    /// <param name="kernelY">Kernel rows.</param>
    /// <param name="kernelX">Kernel columns.</param>
    /// <param name="groups">Groups of channels that do not see each other.</param>
    /// <param name="merged">How many groups are packed as one, with zeros between them.</param>
    public static void Conv(float* weight, float* packed, int outputs, int inputs, int kernelY, int kernelX, int groups = 1, int merged = 1) =>
        Forward(weight, null, null, packed, outputs, inputs, kernelY, kernelX, groups, merged, 0);

    /// <summary>The same with a batch norm's factor, weight / √(variance + epsilon), on each output channel.</summary>
    /// <param name="weight">(outputs, inputs, kernelY, kernelX).</param>
    /// <param name="gamma">The batch norm's weight.</param>
    /// <param name="variance">The batch norm's running variance.</param>
    /// <param name="packed">The result.</param>
    /// <param name="outputs">Output channels over all groups.</param>
    /// <param name="inputs">Input channels of a group.</param>
    /// <param name="kernelY">Kernel rows.</param>
    /// <param name="kernelX">Kernel columns.</param>
    /// <param name="epsilon">The batch norm's epsilon.</param>
    /// <param name="groups">Groups of channels that do not see each other.</param>
    /// <param name="merged">How many groups are packed as one.</param>
    public static void ConvWithBatchNorm(float* weight, float* gamma, float* variance, float* packed, int outputs, int inputs, int kernelY, int kernelX, float epsilon, int groups = 1, int merged = 1) =>
        Forward(weight, gamma, variance, packed, outputs, inputs, kernelY, kernelX, groups, merged, epsilon);

    /// <summary>Packs a bias.</summary>
    /// <param name="bias">One value for each channel.</param>
    /// <param name="packed">The result, padded with zeros.</param>
    /// <param name="channels">Channels.</param>
    public static void Bias(float* bias, float* packed, int channels) => new ReadOnlySpan<float>(bias, channels).CopyTo(new Span<float>(packed, channels));

    /// <summary>Keeps the rows of a table as they are.</summary>
    /// <param name="values">The table.</param>
    /// <param name="packed">The result.</param>
    /// <param name="count">The table's values.</param>
    public static void Table(float* values, float* packed, int count) => new ReadOnlySpan<float>(values, count).CopyTo(new Span<float>(packed, count));

    /// <summary>Packs a bias with a batch norm folded in: beta + (bias − mean) · gamma / √(variance + epsilon).</summary>
    /// <param name="bias">The layer's own bias, or null.</param>
    /// <param name="gamma">The batch norm's weight.</param>
    /// <param name="beta">The batch norm's bias.</param>
    /// <param name="mean">The running mean.</param>
    /// <param name="variance">The running variance.</param>
    /// <param name="packed">The result.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="epsilon">The batch norm's epsilon.</param>
    public static void BiasWithBatchNorm(float* bias, float* gamma, float* beta, float* mean, float* variance, float* packed, int channels, float epsilon)
    {
        for (int c = 0; c < channels; c++)
        {
            float own = bias is null ? 0 : bias[c];
            packed[c] = beta[c] + ((own - mean[c]) * Factor(gamma, variance, c, epsilon));
        }
    }

    /// <summary>Packs weights for the gradient by the input: inputs and outputs exchanged, and the taps from the last to the first.</summary>
    /// <param name="weight">(outputs, inputs, kernelY, kernelX).</param>
    /// <param name="packed">The result.</param>
    /// <param name="outputs">Output channels over all groups.</param>
    /// <param name="inputs">Input channels of a group.</param>
    /// <param name="kernelY">Kernel rows.</param>
    /// <param name="kernelX">Kernel columns.</param>
    /// <param name="groups">Groups of channels that do not see each other.</param>
    /// <param name="merged">How many groups are packed as one.</param>
    public static void ConvTurned(float* weight, float* packed, int outputs, int inputs, int kernelY, int kernelX, int groups = 1, int merged = 1) =>
        ConvTurned(weight, packed, outputs, inputs, kernelY, kernelX, kernelY - 1, 1, kernelY, kernelX - 1, 1, kernelX, groups, merged);

    /// <summary>Packs weights for the gradient by the input: inputs and outputs exchanged, and the taps of one phase, the last first.</summary>
    /// <param name="weight">(outputs, inputs, kernelY, kernelX).</param>
    /// <param name="packed">The result.</param>
    /// <param name="outputs">Output channels over all groups.</param>
    /// <param name="inputs">Input channels of a group.</param>
    /// <param name="kernelY">Kernel rows.</param>
    /// <param name="kernelX">Kernel columns.</param>
    /// <param name="lastY">The phase's largest kernel row.</param>
    /// <param name="stepY">From one of the phase's kernel rows to the next smaller.</param>
    /// <param name="tapsY">The phase's kernel rows.</param>
    /// <param name="lastX">The phase's largest kernel column.</param>
    /// <param name="stepX">From one of the phase's kernel columns to the next smaller.</param>
    /// <param name="tapsX">The phase's kernel columns.</param>
    /// <param name="groups">Groups of channels that do not see each other.</param>
    /// <param name="merged">How many groups are packed as one.</param>
    public static void ConvTurned(float* weight, float* packed, int outputs, int inputs, int kernelY, int kernelX, int lastY, int stepY, int tapsY, int lastX, int stepX, int tapsX, int groups = 1, int merged = 1)
    {
        if (groups * kernelY * kernelX == 1 && tapsY * tapsX == 1)
        {
            MatrixTurned(weight, packed, outputs, inputs);
            return;
        }

        int parts = groups / merged;
        int partInputs = inputs * merged;
        int partOutputs = outputs / parts;
        int padded = parts == 1 ? Padded(partInputs) : partInputs;
        int groupOutputs = outputs / groups;
        int area = kernelY * kernelX;
        ChannelBlocks blocks = ChannelBlocks.Of(padded);
        for (int part = 0; part < parts; part++)
        {
            for (int block = 0; block < blocks.Count; block++)
            {
                int start = blocks.Start(block);
                int width = blocks.Width(block);

                // All taps of an output before the next: where they are read from stays in the first-level cache.
                long perTap = (long)partOutputs * width;
                for (int o = 0; o < partOutputs; o++)
                {
                    int output = (part * partOutputs) + o;

                    // The lanes of inputs that the output sees: others are of other groups, or there are none.
                    int own = (output / groupOutputs * inputs) - (part * partInputs) - start;
                    int first = Math.Clamp(own, 0, width);
                    int end = Math.Clamp(Math.Min(own + inputs, partInputs - start), first, width);
                    float* from = weight + ((((long)output * inputs) - own) * area);
                    float* to = packed + ((long)o * width);
                    for (int ty = 0; ty < tapsY; ty++)
                    {
                        for (int tx = 0; tx < tapsX; tx++)
                        {
                            float* tap = from + ((lastY - (ty * stepY)) * kernelX) + (lastX - (tx * stepX));
                            new Span<float>(to, first).Clear();
                            for (int lane = first; lane < end; lane++)
                            {
                                to[lane] = tap[lane * area];
                            }

                            new Span<float>(to + end, width - end).Clear();
                            to += perTap;
                        }
                    }
                }

                packed += tapsY * tapsX * perTap;
            }
        }
    }

    /// <summary>Packs weights for products with all taps at once: the values under a window, kernel row by kernel row and the channels of a tap together, are the outputs of a 1×1 convolution.</summary>
    /// <param name="weight">(outputs, inputs, kernelY, kernelX).</param>
    /// <param name="packed">The result.</param>
    /// <param name="outputs">Channels that are read.</param>
    /// <param name="inputs">Channels under the window.</param>
    /// <param name="kernelY">Kernel rows.</param>
    /// <param name="kernelX">Kernel columns.</param>
    public static void Col2im(float* weight, float* packed, int outputs, int inputs, int kernelY, int kernelX)
    {
        int area = kernelY * kernelX;
        int values = area * inputs;
        ChannelBlocks blocks = ChannelBlocks.Of(Padded(values));
        for (int block = 0; block < blocks.Count; block++)
        {
            int start = blocks.Start(block);
            int width = blocks.Width(block);
            for (int o = 0; o < outputs; o++)
            {
                float* window = weight + ((long)o * values);
                for (int lane = 0; lane < width; lane++)
                {
                    int value = start + lane;
                    packed[lane] = value < values ? window[(value % inputs * area) + (value / inputs)] : 0;
                }

                packed += width;
            }
        }
    }

    /// <summary>Packs the weights of phases one after the other, whose last taps follow each other: <c>ConvTurned</c> for each.</summary>
    /// <param name="weight">The parameter.</param>
    /// <param name="packed">Where the packed weights go.</param>
    /// <param name="outputs">Filters.</param>
    /// <param name="inputs">Channels of a group.</param>
    /// <param name="kernelY">Kernel rows.</param>
    /// <param name="kernelX">Kernel columns.</param>
    /// <param name="lastY">The first phase's last tap row.</param>
    /// <param name="stepY">From a tap row to the next smaller.</param>
    /// <param name="tapsY">Tap rows of a phase.</param>
    /// <param name="lastX">The first phase's last tap column.</param>
    /// <param name="stepX">From a tap column to the next smaller.</param>
    /// <param name="tapsX">Tap columns of a phase.</param>
    /// <param name="phasesY">Phases of rows.</param>
    /// <param name="phasesX">Phases of columns.</param>
    /// <param name="groups">Groups of channels that do not see each other.</param>
    /// <param name="merged">Groups that are packed as one.</param>
    public static void ConvTurnedPhases(float* weight, float* packed, int outputs, int inputs, int kernelY, int kernelX, int lastY, int stepY, int tapsY, int lastX, int stepX, int tapsX, int phasesY, int phasesX, int groups = 1, int merged = 1)
    {
        int parts = groups / merged;
        int padded = parts == 1 ? Padded(inputs * merged) : inputs * merged;
        long size = (long)outputs * padded * tapsY * tapsX;
        for (int y = 0; y < phasesY; y++)
        {
            for (int x = 0; x < phasesX; x++)
            {
                ConvTurned(weight, packed, outputs, inputs, kernelY, kernelX, lastY + y, stepY, tapsY, lastX + x, stepX, tapsX, groups, merged);
                packed += size;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Forward(float* weight, float* gamma, float* variance, float* packed, int outputs, int inputs, int kernelY, int kernelX, int groups, int merged, float epsilon)
    {
        if (groups == 1)
        {
            Matrix(weight, gamma, variance, packed, outputs, inputs, kernelY * kernelX, epsilon);
            return;
        }

        int parts = groups / merged;
        int partInputs = inputs * merged;
        int partOutputs = outputs / parts;
        int padded = parts == 1 ? Padded(partOutputs) : partOutputs;
        int groupOutputs = outputs / groups;
        int area = kernelY * kernelX;
        ChannelBlocks blocks = ChannelBlocks.Of(padded);
        for (int part = 0; part < parts; part++)
        {
            for (int block = 0; block < blocks.Count; block++)
            {
                int start = blocks.Start(block);
                int width = blocks.Width(block);
                int taps = area * partInputs;
                // Some inputs of all lanes at a time: lane by lane over all inputs would write each cache line once for every lane it holds.
                for (int first = 0; first < partInputs; first += InputsAtATime)
                {
                    int end = Math.Min(first + InputsAtATime, partInputs);
                    for (int lane = 0; lane < width; lane++)
                    {
                        int output = (part * partOutputs) + start + lane;
                        bool exists = start + lane < partOutputs;
                        int group = exists ? output / groupOutputs : 0;
                        float factor = exists && gamma is not null ? Factor(gamma, variance, output, epsilon) : 1;
                        for (int i = first; i < end; i++)
                        {
                            int input = (part * partInputs) + i - (group * inputs);
                            float* from = exists && (uint)input < (uint)inputs ? weight + ((((long)output * inputs) + input) * area) : null;
                            float* to = packed + ((long)i * width) + lane;
                            for (int tap = 0; tap < area; tap++)
                            {
                                *to = from is null ? 0 : from[tap] * factor;
                                to += (long)partInputs * width;
                            }
                        }
                    }
                }

                packed += (long)taps * width;
            }
        }
    }

    /// <summary>Packs a matrix of outputs by inputs and taps for the forward pass: each block of rows is transposed, four by four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Matrix(float* weight, float* gamma, float* variance, float* packed, int outputs, int inputs, int area, float epsilon)
    {
        ChannelBlocks blocks = ChannelBlocks.Of(Padded(outputs));
        float* factors = stackalloc float[MostLanes];
        int columns = inputs * area;
        for (int block = 0; block < blocks.Count; block++)
        {
            int start = blocks.Start(block);
            int width = blocks.Width(block);
            int real = Math.Clamp(outputs - start, 0, width);
            for (int lane = 0; lane < real; lane++)
            {
                factors[lane] = gamma is null ? 1 : Factor(gamma, variance, start + lane, epsilon);
            }

            float* rows = weight + ((long)start * columns);
            int whole = columns / 4 * 4;
            int fours = real / 4 * 4;
            for (int i = 0; i < whole; i += 4)
            {
                float* first = packed + Row(i, inputs, area, width), second = packed + Row(i + 1, inputs, area, width);
                float* third = packed + Row(i + 2, inputs, area, width), fourth = packed + Row(i + 3, inputs, area, width);
                for (int lane = 0; lane < fours; lane += 4)
                {
                    Transpose(rows + ((long)lane * columns) + i, columns, factors + lane, first + lane, second + lane, third + lane, fourth + lane);
                }

                Column(rows + i, columns, factors, first, width, real, fours);
                Column(rows + i + 1, columns, factors, second, width, real, fours);
                Column(rows + i + 2, columns, factors, third, width, real, fours);
                Column(rows + i + 3, columns, factors, fourth, width, real, fours);
            }

            for (int i = whole; i < columns; i++)
            {
                Column(rows + i, columns, factors, packed + Row(i, inputs, area, width), width, real, 0);
            }

            packed += (long)columns * width;
        }
    }

    /// <summary>Where a weight of every output goes: an output's weights go through the taps of an input, then to the next input; packed, the inputs of a tap follow each other.</summary>
    private static long Row(int weight, int inputs, int area, int width) => (((long)(weight % area) * inputs) + (weight / area)) * width;

    /// <summary>What fills no square of four: a weight of the lanes from <paramref name="first"/> on.</summary>
    private static void Column(float* weight, int stride, float* factors, float* packed, int width, int real, int first)
    {
        for (int lane = first; lane < width; lane++)
        {
            packed[lane] = lane < real ? weight[(long)lane * stride] * factors[lane] : 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(float* from, int fromStride, float* factors, float* first, float* second, float* third, float* fourth)
    {
        Vector128<float> a = Vector128.Load(from) * factors[0];
        Vector128<float> b = Vector128.Load(from + fromStride) * factors[1];
        Vector128<float> c = Vector128.Load(from + (2L * fromStride)) * factors[2];
        Vector128<float> d = Vector128.Load(from + (3L * fromStride)) * factors[3];
        (a, b, c, d) = Square.Transpose(a, b, c, d);
        Vector128.Store(a, first);
        Vector128.Store(b, second);
        Vector128.Store(c, third);
        Vector128.Store(d, fourth);
    }

    /// <summary>Packs a matrix for the gradient by the input: blocks of columns, each a copy of pieces of rows.</summary>
    private static void MatrixTurned(float* weight, float* packed, int outputs, int inputs)
    {
        ChannelBlocks blocks = ChannelBlocks.Of(Padded(inputs));
        for (int block = 0; block < blocks.Count; block++)
        {
            int start = blocks.Start(block);
            int width = blocks.Width(block);
            int real = Math.Clamp(inputs - start, 0, width);
            for (int o = 0; o < outputs; o++)
            {
                Span<float> row = new(packed, width);
                new ReadOnlySpan<float>(weight + ((long)o * inputs) + start, real).CopyTo(row);
                row[real..].Clear();
                packed += width;
            }
        }
    }

    private static float Factor(float* gamma, float* variance, int channel, float epsilon) => gamma[channel] / MathF.Sqrt(variance[channel] + epsilon);

    private static int Padded(int channels) => (channels + Lanes - 1) / Lanes * Lanes;
}

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

    /// <summary>Weights of an output and an input, or of an output alone, that are turned into rows of outputs or inputs at a time: all of a 3×3 kernel.</summary>
    private const int RowsAtATime = 16;

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
    /// <param name="part">Which part of the work is done, where there is one group.</param>
    /// <param name="parts">Into how many it is cut.</param>
    public static void Conv(float* weight, float* packed, int outputs, int inputs, int kernelY, int kernelX, int groups = 1, int merged = 1, int part = 0, int parts = 1) =>
        Forward(weight, null, null, packed, outputs, inputs, kernelY, kernelX, groups, merged, 0, part, parts);

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
        Forward(weight, gamma, variance, packed, outputs, inputs, kernelY, kernelX, groups, merged, epsilon, 0, 1);

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
    /// <param name="part">Which part of the work is done.</param>
    /// <param name="parts">Into how many it is cut.</param>
    public static void ConvTurned(float* weight, float* packed, int outputs, int inputs, int kernelY, int kernelX, int groups = 1, int merged = 1, int part = 0, int parts = 1) =>
        ConvTurned(weight, packed, outputs, inputs, kernelY, kernelX, kernelY - 1, 1, kernelY, kernelX - 1, 1, kernelX, groups, merged, part, parts);

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
    /// <param name="part">Which part of the work is done.</param>
    /// <param name="parts">Into how many it is cut.</param>
    public static void ConvTurned(float* weight, float* packed, int outputs, int inputs, int kernelY, int kernelX, int lastY, int stepY, int tapsY, int lastX, int stepX, int tapsX, int groups = 1, int merged = 1, int part = 0, int parts = 1)
    {
        if (groups * kernelY * kernelX == 1 && tapsY * tapsX == 1)
        {
            MatrixTurned(weight, packed, outputs, inputs, part, parts);
            return;
        }

        int cells = groups / merged;
        int cellInputs = inputs * merged;
        int cellOutputs = outputs / cells;
        int padded = cells == 1 ? Padded(cellInputs) : cellInputs;
        int groupOutputs = outputs / groups;
        int area = kernelY * kernelX;
        float* rows = stackalloc float[RowsAtATime * MostLanes];
        long* places = stackalloc long[RowsAtATime];
        bool far = PackedStore.IsFar((long)outputs * padded * tapsY * tapsX);
        TeamShare share = TeamShare.Of(cellOutputs, part, parts);
        ChannelBlocks blocks = ChannelBlocks.Of(padded);
        for (int cell = 0; cell < cells; cell++)
        {
            for (int block = 0; block < blocks.Count; block++)
            {
                int start = blocks.Start(block);
                int width = blocks.Width(block);
                long perTap = (long)cellOutputs * width;
                for (int tap = 0; tap < area; tap += RowsAtATime)
                {
                    int some = Math.Min(RowsAtATime, area - tap);
                    for (int i = 0; i < some; i++)
                    {
                        places[i] = PlaceOf((tap + i) / kernelX, (tap + i) % kernelX) * perTap;
                    }

                    int first = 0, end = 0;
                    new Span<float>(rows, RowsAtATime * MostLanes).Clear();
                    for (int o = share.First; o < share.End; o++)
                    {
                        int output = (cell * cellOutputs) + o;

                        // The lanes of inputs that the output sees: others are of other groups, or there are none.
                        int own = (output / groupOutputs * inputs) - (cell * cellInputs) - start;
                        if (first != Math.Clamp(own, 0, width))
                        {
                            new Span<float>(rows, RowsAtATime * MostLanes).Clear();
                        }

                        first = Math.Clamp(own, 0, width);
                        end = Math.Clamp(Math.Min(own + inputs, cellInputs - start), first, width);
                        float* from = weight + ((((long)output * inputs) + first - own) * area) + tap;
                        Square.Transpose(from, area, end - first, some, null, rows + first, MostLanes);
                        for (int i = 0; i < some; i++)
                        {
                            if (places[i] >= 0)
                            {
                                PackedStore.Copy(rows + (i * MostLanes), packed + places[i] + ((long)o * width), width, far);
                            }
                        }
                    }
                }

                packed += tapsY * tapsX * perTap;
            }
        }

        PackedStore.End(far);

        // Which of the phase's taps it is; negative where it is of another phase.
        long PlaceOf(int y, int x)
        {
            (int ty, int restY) = Math.DivRem(lastY - y, stepY);
            (int tx, int restX) = Math.DivRem(lastX - x, stepX);
            return restY == 0 && restX == 0 && (uint)ty < (uint)tapsY && (uint)tx < (uint)tapsX ? ((long)ty * tapsX) + tx : -1;
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
    private static void Forward(float* weight, float* gamma, float* variance, float* packed, int outputs, int inputs, int kernelY, int kernelX, int groups, int merged, float epsilon, int share, int shares)
    {
        if (groups == 1)
        {
            Matrix(weight, gamma, variance, packed, outputs, inputs, kernelY * kernelX, epsilon, share, shares);
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

    /// <summary>Packs a matrix of outputs by inputs and taps for the forward pass: each block of rows is transposed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Matrix(float* weight, float* gamma, float* variance, float* packed, int outputs, int inputs, int area, float epsilon, int share, int shares)
    {
        ChannelBlocks blocks = ChannelBlocks.Of(Padded(outputs));
        float* factors = stackalloc float[MostLanes];
        float* rows = stackalloc float[RowsAtATime * MostLanes];
        int columns = inputs * area;
        TeamShare own = TeamShare.Of(columns, share, shares);
        bool far = PackedStore.IsFar((long)columns * Padded(outputs));
        for (int block = 0; block < blocks.Count; block++)
        {
            int start = blocks.Start(block);
            int width = blocks.Width(block);
            int real = Math.Clamp(outputs - start, 0, width);
            for (int lane = 0; lane < real && gamma is not null; lane++)
            {
                factors[lane] = Factor(gamma, variance, start + lane, epsilon);
            }

            new Span<float>(rows, RowsAtATime * MostLanes).Clear();
            for (int first = own.First; first < own.End; first += RowsAtATime)
            {
                int some = Math.Min(RowsAtATime, own.End - first);
                Square.Transpose(weight + ((long)start * columns) + first, columns, real, some, gamma is null ? null : factors, rows, MostLanes);
                for (int i = 0; i < some; i++)
                {
                    PackedStore.Copy(rows + (i * MostLanes), packed + Row(first + i, inputs, area, width), width, far);
                }
            }

            packed += (long)columns * width;
        }

        PackedStore.End(far);
    }

    /// <summary>Where a weight of every output goes: an output's weights go through the taps of an input, then to the next input; packed, the inputs of a tap follow each other.</summary>
    private static long Row(int weight, int inputs, int area, int width) => (((long)(weight % area) * inputs) + (weight / area)) * width;

    /// <summary>Packs a matrix for the gradient by the input: blocks of columns, each a copy of pieces of rows.</summary>
    private static void MatrixTurned(float* weight, float* packed, int outputs, int inputs, int share, int shares)
    {
        TeamShare own = TeamShare.Of(outputs, share, shares);
        ChannelBlocks blocks = ChannelBlocks.Of(Padded(inputs));
        bool far = PackedStore.IsFar((long)outputs * Padded(inputs));
        for (int block = 0; block < blocks.Count; block++)
        {
            int start = blocks.Start(block);
            int width = blocks.Width(block);
            int real = Math.Clamp(inputs - start, 0, width);
            for (int o = own.First; o < own.End; o++)
            {
                float* to = packed + ((long)o * width);
                PackedStore.Copy(weight + ((long)o * inputs) + start, to, real, far);
                new Span<float>(to + real, width - real).Clear();
            }

            packed += (long)outputs * width;
        }

        PackedStore.End(far);
    }

    private static float Factor(float* gamma, float* variance, int channel, float epsilon) => gamma[channel] / MathF.Sqrt(variance[channel] + epsilon);

    private static int Padded(int channels) => (channels + Lanes - 1) / Lanes * Lanes;
}

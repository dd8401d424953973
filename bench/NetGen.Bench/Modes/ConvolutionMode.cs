using System.CommandLine;
using NetGen.Bench.Measuring;
using NetGen.Generated;
using NetGen.Runtime;

namespace NetGen.Bench.Modes;

/// <summary>
/// The generated kernels of the 3×3 convolution 64→64 at 32×32 by themselves, on one thread, against the multiply-add peak of the
/// same process; for Winograd's form the rate counts the multiplications of the direct one. Peak and kernel take turns, and the medians of both are compared, since the machine's speed drifts.
/// </summary>
internal sealed unsafe class ConvolutionMode : IMode
{
    private const int Batch = 16;
    private const int Rounds = 7;
    private const int Channels = 64;
    private const int Size = 32;
    private const int Bordered = (Size + 2) * (Size + 2) * Channels;
    private const int Plain = Size * Size * Channels;
    private const int Weights = 9 * Channels * Channels;

    /// <summary>
    /// Floats of scratch that Winograd's form takes at most here, in the gradient by the weights: 36 points of 64 tiles, of inputs and of output gradients, and of 24
    /// weights' sums, and less than two tiles more of other things.
    /// </summary>
    private const int Work = 36 * (64 + 64 + 24 + 2) * Channels;

    public Command Command
    {
        get
        {
            Command command = new("convolution", "The kernels of conv 3x3 64->64 at 32x32, batch 16, one thread, against the multiply-add peak.");
            command.SetAction(_ => Run());
            return command;
        }
    }

    private static int Run()
    {
        using AlignedMemory x = Filled(Batch * Bordered);
        using AlignedMemory y = Filled(Batch * Bordered);
        using AlignedMemory w = Filled(Weights);
        using AlignedMemory b = Filled(Channels);
        using AlignedMemory points = Filled(4 * Weights);
        using AlignedMemory work = Filled(Work);

        // Pointers go to the first pixel inside the border.
        nint inside = ((Size + 2) + 1) * Channels;
        float* xs = x.Pointer + inside;
        float* ys = y.Pointer + inside;
        float* ws = w.Pointer;
        float* bs = b.Pointer;
        Action forward = () => Kernels.Conv3x3_s1_p1_64x32x32h1_to_64x32x32(xs, ws, bs, null, y.Pointer, 1f, 0, 1, Batch);
        Action byInput = () => Kernels.Conv3x3_s1_p1_64x32x32h1_to_64x32x32(ys, ws, null, null, x.Pointer, 1f, 0, 1, Batch);
        Action winograd = () => Kernels.Winograd4x4_p1_64x32x32h1_to_64x32x32(xs, points.Pointer, bs, null, y.Pointer, work.Pointer, 1f, 0, 1, Batch);
        Action byWeights = () => Kernels.ConvWeightGradient3x3_s1_p1_64x32x32h1_to_64x32x32h1(xs, ys, ws, Batch);
        Action winogradByWeights = () => Kernels.WinogradWeightGradient4x4_p1_64x32x32h1_to_64x32x32h1(xs, ys, ws, work.Pointer, Batch);
        int bits = ChannelBlocks.UsesAvx512 ? 512 : 256;
        double flops = 2.0 * Weights * Size * Size * Batch;
        Console.WriteLine($"kernel,GFLOP/s,% of the {bits}-bit peak");
        foreach ((string name, Action kernel) in new[] { ("forward", forward), ("gradient by input", byInput), ("gradient by weights", byWeights), ("forward, Winograd 4×4", winograd), ("gradient by weights, Winograd 4×4", winogradByWeights) })
        {
            List<double> rates = [];
            List<double> shares = [];
            for (int round = 0; round < Rounds; round++)
            {
                double peak = FmaPeak.Measure(bits, 1) ?? double.NaN;
                double rate = flops / Clock.MedianMilliseconds(kernel, 0.3) * 1e-6;
                rates.Add(rate);
                shares.Add(100 * rate / peak);
                new Span<float>(ws, Weights).Fill(0.001f);
            }

            Console.WriteLine($"{name},{Clock.Median(rates):F1},{Clock.Median(shares):F1}");
        }

        return 0;
    }

    private static AlignedMemory Filled(int length)
    {
        AlignedMemory memory = new(length);
        for (int i = 0; i < length; i++)
        {
            memory.Pointer[i] = (i % 7 * 0.01f) - 0.02f;
        }

        return memory;
    }
}

using System.CommandLine;
using System.Globalization;
using System.Reflection;
using NetGen.Bench.Building;
using NetGen.Bench.Measuring;
using NetGen.Runtime;

namespace NetGen.Bench.Modes;

/// <summary>
/// The gradient by the weights of 3×3 convolutions, directly and by Winograd's minimal filtering, on one thread: what the generator's choice between them is fitted
/// to. Algorithms take turns, and the fastest of several rounds counts, since the machine's speed drifts. Rates count the multiplications of the direct form.
/// </summary>
internal sealed unsafe class WeightGradientMode : IMode
{
    private const int Rounds = 3;

    private static readonly string[] s_algorithms = ["Direct", "Winograd2", "Winograd4"];

    private readonly ShapeOptions _options = new("64x64x56,64x64x32,128x128x28,128x128x16,256x256x14,512x512x7,32x32x32,16x16x32", "1,2,4,16");

    private delegate void DirectKernel(float* x, float* dy, float* dw, int count);

    private delegate void WinogradKernel(float* x, float* dy, float* dw, float* work, int count);

    public Command Command
    {
        get
        {
            Command command = new("weight-gradient", "The gradient by the weights of 3x3 convolutions by each algorithm, one thread.");
            _options.AddTo(command, () => Console.WriteLine("channels,size,images," + string.Join(",", s_algorithms.Select(a => a + " GFLOP/s")) + "," + string.Join(",", s_algorithms.Select(a => a + " µs"))), Measure);
            return command;
        }
    }

    private static void Measure(ConvolutionShape shape, int[] images, double seconds)
    {
        (int inputs, int outputs, int size) = shape;
        Assembly assembly = BuildMeasurement.Compile("using NetGen; namespace Measured;" + string.Concat(s_algorithms.Select(a =>
            $"[Input({inputs}, {size}, {size})] [Conv({outputs}, 3, Pad = 1, Bias = false, Algorithm = ConvAlgorithm.{a})] [MeanSquaredError] public sealed partial class {a}Net;")));
        MethodInfo[] kernels = assembly.GetType("NetGen.Generated.Kernels")!.GetMethods(BindingFlags.Static | BindingFlags.Public);
        DirectKernel direct = Kernel("ConvWeightGradient3x3").CreateDelegate<DirectKernel>();
        WinogradKernel two = Kernel("WinogradWeightGradient2x2").CreateDelegate<WinogradKernel>();
        WinogradKernel four = Kernel("WinogradWeightGradient4x4").CreateDelegate<WinogradKernel>();

        // Rows of what the network's input holds are no wider than its channels; all fit into rows of whole vectors. Borders need not be zero for the time.
        int pitch = (Math.Max(inputs, outputs) + 15) / 16 * 16;
        int inside = (size + 3) * pitch;
        long plane = (long)(size + 2) * (size + 2) * pitch;
        using AlignedMemory x = Filled((images.Max() * plane) + inside);
        using AlignedMemory dy = Filled((images.Max() * plane) + inside);
        using AlignedMemory dw = Filled(9L * inputs * pitch);
        using AlignedMemory work = Filled(1 << 20);
        foreach (int count in images)
        {
            Action[] actions =
            [
                () => direct(x.Pointer + inside, dy.Pointer + inside, dw.Pointer, count),
                () => two(x.Pointer + inside, dy.Pointer + inside, dw.Pointer, work.Pointer, count),
                () => four(x.Pointer + inside, dy.Pointer + inside, dw.Pointer, work.Pointer, count),
            ];
            double[] best = Clock.BestMilliseconds(actions, Rounds, seconds);
            double flops = 18.0 * inputs * outputs * size * size * count;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{inputs}→{outputs},{size},{count},")
                + string.Join(",", best.Select(ms => (flops / ms * 1e-6).ToString("F0", CultureInfo.InvariantCulture))) + ","
                + string.Join(",", best.Select(ms => (ms * 1000).ToString("F1", CultureInfo.InvariantCulture))));
        }

        MethodInfo Kernel(string name) => kernels.Single(k => k.Name.StartsWith(name, StringComparison.Ordinal));
    }

    private static AlignedMemory Filled(long length)
    {
        AlignedMemory memory = new(length);
        for (long i = 0; i < length; i++)
        {
            memory.Pointer[i] = (i % 7 * 0.01f) - 0.02f;
        }

        return memory;
    }
}

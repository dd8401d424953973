using NetGen.Bench.Measuring;
using NetGen.Runtime;

namespace NetGen.Bench.Rooflines;

/// <summary>What happens to a layer's weights once a step of training: they are packed for the way forward and for the way back, and their gradients are summed over the shards.</summary>
internal static unsafe class PackingRun
{
    /// <summary>What tables call it.</summary>
    public const string Name = "packing and sums of weights";

    private const int Shards = 8;

    /// <summary>Output channels, input channels, side of the kernel: more than the second-level cache holds, and less.</summary>
    private static readonly (int Outputs, int Inputs, int Kernel)[] s_layers = [(512, 512, 3), (64, 64, 3), (512, 1024, 1), (120, 16, 5)];

    public static IEnumerable<Rate> Measure(double seconds) => s_layers.SelectMany(layer => Measure(layer.Outputs, layer.Inputs, layer.Kernel, seconds));

    private static List<Rate> Measure(int outputs, int inputs, int kernel, double seconds)
    {
        long weights = (long)outputs * inputs * kernel * kernel;
        int paddedOutputs = Padded(outputs), paddedInputs = Padded(inputs);
        long forward = (long)paddedOutputs * inputs * kernel * kernel;
        long back = (long)outputs * paddedInputs * kernel * kernel;
        using AlignedMemory from = new(weights);
        using AlignedMemory to = new(4 * Math.Max(forward, back));
        using AlignedMemory sums = new(Shards * forward);
        List<Rate> rates = [];
        Add("pack forward", forward, () => Pack.Conv(from.Pointer, to.Pointer, outputs, inputs, kernel, kernel));
        Add("pack turned", back, () => Pack.ConvTurned(from.Pointer, to.Pointer, outputs, inputs, kernel, kernel));
        if (kernel == 3)
        {
            Add("pack by Winograd 4x4", 4 * forward, () => WinogradPack.Conv(from.Pointer, to.Pointer, outputs, inputs, tile: 4));
            Add("pack turned by Winograd 4x4", 4 * back, () => WinogradPack.ConvTurned(from.Pointer, to.Pointer, outputs, inputs, tile: 4));
        }

        Add($"sum of {Shards} shards", Shards * forward, () => Reduce.Conv(sums.Pointer, from.Pointer, forward, Shards, outputs, inputs, kernel, kernel));
        return rates;

        // Weights in PyTorch's order on the one side, packed ones or sums on the other.
        void Add(string pass, long packed, Action action) =>
            rates.Add(new Rate(Name, $"{inputs} to {outputs}, {kernel}x{kernel}", 1, pass, Clock.LeastMilliseconds(action, seconds), 0, 0, sizeof(float) * (double)(weights + packed)));
    }

    private static int Padded(int channels) => (channels + 15) / 16 * 16;
}

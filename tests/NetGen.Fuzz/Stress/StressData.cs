using System.Runtime.InteropServices;

namespace NetGen.Fuzz;

/// <summary>A kind of net with samples for it.</summary>
internal sealed class StressData
{
    /// <summary>Samples there are; batches of other sizes are taken from the front.</summary>
    public const int Count = 42;

    private readonly bool _conv;

    public StressData(bool conv, ref RandomSource random)
    {
        _conv = conv;
        Inputs = new float[Count * InputSize];
        foreach (ref float value in Inputs.AsSpan())
        {
            value = (2 * random.NextSingle()) - 1;
        }

        Labels = new int[Count];
        foreach (ref int label in Labels.AsSpan())
        {
            label = random.Next(OutputSize);
        }

        Set = new TensorDataset(conv ? [2, 6, 6] : [10], Inputs, Labels);
    }

    public int InputSize => _conv ? StressConv.InputSize : StressDense.InputSize;

    public int OutputSize => _conv ? StressConv.OutputSize : StressDense.OutputSize;

    public float[] Inputs { get; }

    public int[] Labels { get; }

    public TensorDataset Set { get; }

    public Model Make(ulong seed, int threads) => _conv ? new StressConv(seed) { Threads = threads } : new StressDense(seed) { Threads = threads };

    /// <summary>The bits of the outputs for the first samples.</summary>
    public ulong Predict(Model model, int count)
    {
        float[] outputs = new float[count * OutputSize];
        model.Predict(Inputs.AsSpan(0, count * InputSize), outputs);
        return Hash(outputs);
    }

    /// <inheritdoc cref="Predict(Model, int)"/>
    public ulong Predict(Predictor predictor, int count)
    {
        float[] outputs = new float[count * OutputSize];
        predictor.Predict(Inputs.AsSpan(0, count * InputSize), outputs);
        return Hash(outputs);
    }

    /// <summary>The bits of all parameters and buffers.</summary>
    public static ulong Version(Model model)
    {
        ulong hash = 0;
        foreach (Parameter parameter in model.Parameters)
        {
            hash = (hash * 0x9E3779B97F4A7C15) ^ Hash(parameter.Values);
        }

        return hash;
    }

    private static ulong Hash(ReadOnlySpan<float> values)
    {
        // FNV-1a over words; equal bits are what is asked for, so a plain hash will do.
        ulong hash = 0xCBF29CE484222325;
        foreach (uint word in MemoryMarshal.Cast<float, uint>(values))
        {
            hash = (hash ^ word) * 0x100000001B3;
        }

        return hash;
    }
}

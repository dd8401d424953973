namespace NetGen.Tests.Models;

/// <summary>Random inputs and labels.</summary>
internal static class Samples
{
    public static float[] Floats(int count, ulong seed)
    {
        RandomSource random = new(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (2 * random.NextSingle()) - 1;
        }

        return values;
    }

    public static int[] Labels(int count, int classes, ulong seed)
    {
        RandomSource random = new(seed);
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = random.Next(classes);
        }

        return labels;
    }

    /// <summary>The bits of all parameters and buffers, so that even zeros of another sign differ.</summary>
    public static int[] Bits(Model model) => [.. model.Parameters.SelectMany(p => Bits(p.Values))];

    public static int[] Bits(ReadOnlySpan<float> values) => System.Runtime.InteropServices.MemoryMarshal.Cast<float, int>(values).ToArray();
}

namespace NetGen.Runtime;

/// <summary>Weights of convolutions whose filters read some channels alone, in PyTorch's layout.</summary>
internal static class SparseWeights
{
    /// <summary>Sets to zero what is not connected.</summary>
    /// <param name="values">(outputs, inputs, …).</param>
    /// <param name="outputs">Filters.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="connections">A row of 0 and 1 for each filter, with spaces between the rows.</param>
    public static void Clear(Span<float> values, int outputs, int inputs, ReadOnlySpan<byte> connections)
    {
        int area = values.Length / (outputs * inputs);
        for (int o = 0; o < outputs; o++)
        {
            for (int i = 0; i < inputs; i++)
            {
                if (connections[(o * (inputs + 1)) + i] != (byte)'1')
                {
                    values.Slice(((o * inputs) + i) * area, area).Clear();
                }
            }
        }
    }

    /// <summary>The first place that is not connected and yet not zero, with what it holds; null where there is none.</summary>
    /// <param name="values">(outputs, inputs, …).</param>
    /// <param name="shape">The sizes of its dimensions.</param>
    /// <param name="connections">A row of 0 and 1 for each filter, with spaces between the rows.</param>
    /// <returns>The filter, the channel and the value.</returns>
    public static (int Filter, int Channel, float Value)? FindStray(ReadOnlySpan<float> values, IReadOnlyList<int> shape, string connections)
    {
        int inputs = shape[1];
        int area = values.Length / (shape[0] * inputs);
        for (int i = 0; i < values.Length; i++)
        {
            int filter = i / (inputs * area);
            int channel = i / area % inputs;

            // Written so that NaN is found as well.
            if (!(values[i] == 0) && connections[(filter * (inputs + 1)) + channel] != '1')
            {
                return (filter, channel, values[i]);
            }
        }

        return null;
    }
}

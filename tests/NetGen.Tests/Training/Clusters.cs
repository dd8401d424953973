namespace NetGen.Tests.Training;

/// <summary>Points of the plane around a corner for each of three classes.</summary>
internal static class Clusters
{
    public static TensorDataset Make(int count, ulong seed)
    {
        RandomSource random = new(seed);
        float[] inputs = new float[count * 2];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = random.Next(3);
            inputs[i * 2] = (labels[i] == 1 ? 1 : -1) + (random.NextSingle() - 0.5f);
            inputs[(i * 2) + 1] = (labels[i] == 2 ? 1 : -1) + (random.NextSingle() - 0.5f);
        }

        return new TensorDataset([2], inputs, labels);
    }

    /// <summary>Inputs that are the number of their sample.</summary>
    public static TensorDataset Numbered(int count) => new([1], [.. Enumerable.Range(0, count).Select(i => (float)i)], new int[count]);
}

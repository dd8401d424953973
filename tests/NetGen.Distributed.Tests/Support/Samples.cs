namespace NetGen.Distributed.Tests;

/// <summary>Small data sets from a formula.</summary>
internal static class Samples
{
    /// <summary>Images of 2 × 8 × 8 in four classes: which quarter is bright.</summary>
    public static TensorDataset Quarters(int count, ulong seed = 5)
    {
        RandomSource random = new(seed);
        float[] inputs = new float[count * 128];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = random.Next(4);
            for (int p = 0; p < 128; p++)
            {
                bool bright = ((p / 32 % 2) * 2) + (p / 4 % 2) == labels[i];
                inputs[(i * 128) + p] = random.NextSingle() - 0.5f + (bright ? 0.5f : 0);
            }
        }

        return new TensorDataset([2, 8, 8], inputs, labels);
    }

    /// <summary>The same images with a label at each pixel, some of which count for nothing, unevenly over the samples.</summary>
    public static TensorDataset Pixels(int count)
    {
        RandomSource random = new(8);
        float[] inputs = new float[count * 128];
        int[] labels = new int[count * 64];
        for (int i = 0; i < count; i++)
        {
            int ignored = random.Next(60);
            for (int p = 0; p < 64; p++)
            {
                labels[(i * 64) + p] = p < ignored ? 255 : random.Next(3);
                inputs[(i * 128) + p] = random.NextSingle() + labels[(i * 64) + p] % 4;
                inputs[(i * 128) + 64 + p] = random.NextSingle();
            }
        }

        return new TensorDataset([2, 8, 8], inputs, labels);
    }

    /// <summary>Six numbers, and two functions of them.</summary>
    public static TensorDataset Curves(int count)
    {
        RandomSource random = new(21);
        float[] inputs = new float[count * 6];
        float[] targets = new float[count * 2];
        for (int i = 0; i < count; i++)
        {
            for (int f = 0; f < 6; f++)
            {
                inputs[(i * 6) + f] = (random.NextSingle() * 2) - 1;
            }

            targets[i * 2] = inputs[i * 6] * inputs[(i * 6) + 1];
            targets[(i * 2) + 1] = MathF.Sin(inputs[(i * 6) + 2]);
        }

        return new TensorDataset([6], inputs, targets);
    }
}

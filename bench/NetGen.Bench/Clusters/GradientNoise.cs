namespace NetGen.Bench.Clusters;

/// <summary>
/// The batch at which noise and gradient are as large as each other, beyond which larger batches save few steps: McCandlish, Kaplan, Amodei et al. 2018, "An Empirical Model of Large-Batch Training", equation 2.8 (the
/// simple noise scale), estimated from the norms of gradients over small and large batches as in appendix A.1.
/// </summary>
internal static class GradientNoise
{
    private const int Small = 128;
    private const int SmallInLarge = 24;

    /// <summary>Measures it where a model is.</summary>
    public static double Measure(Model model, Dataset images, int first)
    {
        double[] sum = new double[model.Parameters.TrainableCount];
        double small = 0;
        float[] inputs = new float[Small * images.InputSize];
        int[] labels = new int[Small];
        for (int batch = 0; batch < SmallInLarge; batch++)
        {
            for (int i = 0; i < Small; i++)
            {
                int sample = (first + (batch * Small) + i) % images.Count;
                images.CopyInput(sample, inputs.AsSpan(i * images.InputSize, images.InputSize));
                images.CopyLabels(sample, labels.AsSpan(i, 1));
            }

            _ = model.ComputeGradients(inputs, labels);
            ReadOnlySpan<float> gradients = model.Parameters.Gradients;
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += gradients[i];
                small += (double)gradients[i] * gradients[i] / SmallInLarge;
            }
        }

        const double Large = Small * SmallInLarge;
        double large = sum.Sum(g => g * g) / ((double)SmallInLarge * SmallInLarge);
        double gradient = ((Large * large) - (Small * small)) / (Large - Small);
        double noise = (small - large) / ((1.0 / Small) - (1.0 / Large));
        return noise / gradient;
    }
}

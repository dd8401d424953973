using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>Batch norms over channel counts, sizes and batches, of images and of features.</summary>
internal static class BatchNormCases
{
    public static IEnumerable<SweepCase> All()
    {
        int[] channels = [1, 3, 15, 16, 17, 31, 33, 48, 49, 64, 65, 70];
        for (int i = 0; i < channels.Length; i++)
        {
            int height = 1 + (i % 5);
            int width = 1 + (i * 3 % 7);
            yield return new SweepCase(
                $"[Input({channels[i]}, {height}, {width})] [BatchNorm]",
                new PlainShape(channels[i], height, width),
                5 + (i % 4 * 3),
                ("batchnorm1", new PlainBatchNorm()));
            yield return new SweepCase(
                $"[Input({channels[i]})] [BatchNorm(Epsilon = 0.01f)]",
                new PlainShape(channels[i], 1, 1),
                4 + (i % 4 * 9),
                ("batchnorm1", new PlainBatchNorm { Epsilon = 0.01f }));

            // The norm's own kernels take the gradient behind the activation.
            yield return new SweepCase(
                $"[Input({channels[i]}, {width}, {height})] [BatchNorm] [ReLU]",
                new PlainShape(channels[i], width, height),
                5 + (i % 3 * 4),
                ("batchnorm1", new PlainBatchNorm()),
                ("relu1", PlainActivation.Leaky(0)));
            yield return new SweepCase(
                $"[Input({channels[i]}, {height}, {width})] [BatchNorm] [LeakyReLU(0.2f)]",
                new PlainShape(channels[i], height, width),
                5 + (i % 4 * 3),
                ("batchnorm1", new PlainBatchNorm()),
                ("leakyrelu1", PlainActivation.Leaky(0.2f)));
        }
    }
}

using NetGen;
using NetGen.Images;
using Spectre.Console;

namespace Transfer;

/// <summary>What the layers before the head make of photographs: they are frozen, so that it is the same in every epoch and need be computed once.</summary>
internal static class FeatureSet
{
    private const int BatchSize = 16;

    /// <param name="net">The network with its pretrained layers.</param>
    /// <param name="train">The photographs to train with, which are shown as they are and mirrored.</param>
    /// <param name="validation">Those to validate with.</param>
    /// <param name="cancellation">Ends it between two batches.</param>
    /// <returns>Features of both, with the photographs' labels.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static (Dataset Train, Dataset Validation) Of(AntsAndBees net, ImageFolder train, ImageFolder validation, CancellationToken cancellation)
    {
        InputTransform mirror = Augmentation.RandomHorizontalFlip(train.InputShape, probability: 1);
        int total = (2 * train.Count) + validation.Count;
        return !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive
            ? AnsiConsole.Progress().AutoClear(true).Columns(new ProgressBarColumn { Width = 24 }, new TaskDescriptionColumn(), new RemainingTimeColumn()).Start(screen =>
            {
                ProgressTask task = screen.AddTask("features", maxValue: total);
                return All(task.Increment);
            })
            : All(_ => { });

        (Dataset, Dataset) All(Action<double> done) => (
            Dataset.Concat(Of(net, train, null, done, cancellation), Of(net, train, mirror, done, cancellation)), Of(net, validation, null, done, cancellation));
    }

    private static TensorDataset Of(AntsAndBees net, ImageFolder images, InputTransform? change, Action<double> done, CancellationToken cancellation)
    {
        float[] inputs = new float[BatchSize * images.InputSize];
        float[] features = new float[images.Count * Head.InputSize];
        int[] labels = new int[images.Count];
        for (int first = 0; first < images.Count; first += BatchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = int.Min(BatchSize, images.Count - first);
            for (int i = 0; i < count; i++)
            {
                Span<float> input = inputs.AsSpan(i * images.InputSize, images.InputSize);
                images.CopyInput(first + i, input);
                labels[first + i] = images.LabelOf(first + i);
                RandomSource random = new(0);
                change?.Invoke(input, ref random);
            }

            net.Features("features", inputs.AsSpan(0, count * images.InputSize), features.AsSpan(first * Head.InputSize, count * Head.InputSize));
            done(count);
        }

        return new TensorDataset([Head.InputSize], features, labels);
    }
}

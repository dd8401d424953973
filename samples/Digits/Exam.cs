using NetGen;

namespace Digits;

/// <summary>How a model does on images it was not trained with.</summary>
internal sealed record Exam(int Count, IReadOnlyList<Exam.Mistake> Mistakes)
{
    private const int BatchSize = 250;

    public double Accuracy => 1 - (double)Mistakes.Count / Count;

    /// <summary>An image read wrongly, by its place in the set.</summary>
    public readonly record struct Mistake(int Index, int Label, int Predicted);

    public static Exam Take(DeepConvNet model, ImageDataset images)
    {
        float[] inputs = new float[BatchSize * DeepConvNet.InputSize];
        float[] outputs = new float[BatchSize * DeepConvNet.OutputSize];
        List<Mistake> mistakes = [];
        for (int first = 0; first < images.Count; first += BatchSize)
        {
            int count = Math.Min(BatchSize, images.Count - first);
            for (int i = 0; i < count; i++)
            {
                images.CopyInput(first + i, inputs.AsSpan(i * DeepConvNet.InputSize, DeepConvNet.InputSize));
            }

            model.Predict(inputs.AsSpan(0, count * DeepConvNet.InputSize), outputs.AsSpan(0, count * DeepConvNet.OutputSize));
            for (int i = 0; i < count; i++)
            {
                int predicted = IndexOfLargest(outputs.AsSpan(i * DeepConvNet.OutputSize, DeepConvNet.OutputSize));
                int label = images.Label(first + i);
                if (predicted != label)
                {
                    mistakes.Add(new Mistake(first + i, label, predicted));
                }
            }
        }

        return new Exam(images.Count, mistakes);
    }

    private static int IndexOfLargest(ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best])
            {
                best = i;
            }
        }

        return best;
    }
}

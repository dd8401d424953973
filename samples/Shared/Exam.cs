using NetGen;

namespace Samples;

/// <summary>How a model does on images it was not trained with.</summary>
internal sealed record Exam(int Count, IReadOnlyList<Exam.Mistake> Mistakes)
{
    private const int BatchSize = 250;

    public double Accuracy => 1 - (double)Mistakes.Count / Count;

    /// <summary>An image read wrongly, by its place in the set.</summary>
    public readonly record struct Mistake(int Index, int Label, int Predicted);

    public static Exam Take(Model model, ImageDataset images)
    {
        int inputSize = model.Description.InputSize;
        int outputSize = model.Description.OutputSize;
        float[] inputs = new float[BatchSize * inputSize];
        float[] outputs = new float[BatchSize * outputSize];
        List<Mistake> mistakes = [];
        for (int first = 0; first < images.Count; first += BatchSize)
        {
            int count = Math.Min(BatchSize, images.Count - first);
            for (int i = 0; i < count; i++)
            {
                images.CopyInput(first + i, inputs.AsSpan(i * inputSize, inputSize));
            }

            model.Predict(inputs.AsSpan(0, count * inputSize), outputs.AsSpan(0, count * outputSize));
            for (int i = 0; i < count; i++)
            {
                int predicted = Logits.ArgMax(outputs.AsSpan(i * outputSize, outputSize));
                int label = images.Label(first + i);
                if (predicted != label)
                {
                    mistakes.Add(new Mistake(first + i, label, predicted));
                }
            }
        }

        return new Exam(images.Count, mistakes);
    }
}

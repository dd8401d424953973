using NetGen;

namespace Classify;

/// <summary>What is found out about the best model when the training has ended.</summary>
internal static class EndOfTraining
{
    private const int Mistakes = 5;

    public static void Write(TrainingResult result, PictureSets sets, OutFiles files, int threads)
    {
        (Classifier best, _) = ModelFile.Load("--out", files.Model);
        using Classifier model = best;
        model.Threads = threads;
        ConfusionMatrix matrix = new(sets.ClassNames.Count, sets.ClassNames);
        EvaluationResult evaluation = Evaluator.Run(model, sets.Validation, matrix);
        Console.WriteLine(matrix);
        foreach (MistakenSample s in Evaluator.MostMistaken(model, sets.Validation, int.Min(Mistakes, sets.Validation.Count)).Where(s => !s.IsCorrect))
        {
            Console.WriteLine(FormattableString.Invariant(
                $"{PictureSets.PathOf(sets.Validation, s.Index)}: {sets.ClassNames[s.Label]} taken for {sets.ClassNames[s.Predicted]}, {s.PredictedProbability:F4}"));
        }

        PredictionTable.Write(files.Predictions, sets.ClassNames, ValidationRows(model, sets), withActual: true);
        int epoch = result.Epochs.MaxBy(e => e.Validation!.Value.Accuracy)!.Epoch;
        Console.WriteLine(FormattableString.Invariant($"validation accuracy {evaluation.Accuracy:F4}, the best of {result.Epochs.Count} epochs (epoch {epoch}), {result.Elapsed.TotalSeconds:F0} s"));
        Console.WriteLine($"{files.Model}: the model; {files.Predictions}: its predictions");
    }

    private static IEnumerable<PredictionRow> ValidationRows(Classifier model, PictureSets sets)
    {
        int classes = sets.ClassNames.Count;
        float[] outputs = new float[classes];
        float[] input = new float[sets.Validation.InputSize];
        for (int i = 0; i < sets.Validation.Count; i++)
        {
            sets.Validation.CopyInput(i, input);
            model.Predict(input, outputs);
            float[] probabilities = new float[classes];
            Logits.Softmax(outputs, classes, probabilities);
            yield return new PredictionRow(PictureSets.PathOf(sets.Validation, i), sets.ClassNames[sets.Validation.LabelOf(i)], probabilities);
        }
    }
}

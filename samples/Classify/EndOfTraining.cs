using NetGen;
using NetGen.Reports;

namespace Classify;

/// <summary>What is found out about the best model when the training has ended.</summary>
internal static class EndOfTraining
{
    private const int Mistakes = 5;
    private const int ReportedMistakes = 24;

    /// <summary>Pictures over which the report shows what the model looked at.</summary>
    private const int Explained = 6;

    public static void Write(TrainingResult result, PictureSets sets, OutFiles files, Report report, int threads)
    {
        (Classifier best, _) = ModelFile.Load("--out", files.Model);
        using Classifier model = best;
        model.Threads = threads;
        ConfusionMatrix matrix = new(sets.ClassNames.Count, sets.ClassNames);
        EvaluationResult evaluation = Evaluator.Run(model, sets.Validation, matrix);
        Console.WriteLine(matrix);
        IReadOnlyList<MistakenSample> mistakes = Evaluator.MostMistaken(model, sets.Validation, int.Min(ReportedMistakes, sets.Validation.Count));
        foreach (MistakenSample s in mistakes.Where(s => !s.IsCorrect).Take(Mistakes))
        {
            Console.WriteLine(FormattableString.Invariant(
                $"{PictureSets.PathOf(sets.Validation, s.Index)}: {sets.ClassNames[s.Label]} taken for {sets.ClassNames[s.Predicted]}, {s.PredictedProbability:F4}"));
        }

        PredictionTable.Write(files.Predictions, sets.ClassNames, ValidationRows(model, sets), withActual: true);
        AddTo(report, model, sets.Validation, matrix, mistakes);
        report.Save(files.Report);
        int epoch = result.Epochs.MaxBy(e => e.Validation!.Value.Accuracy)!.Epoch;
        Console.WriteLine(FormattableString.Invariant($"validation accuracy {evaluation.Accuracy:F4}, the best of {result.Epochs.Count} epochs (epoch {epoch}), {result.Elapsed.TotalSeconds:F0} s"));
        Console.WriteLine($"{files.Model}: the model; {files.Predictions}: its predictions; {files.Report}: all of it to look at");
    }

    /// <summary>What there is to see of the best model; the curves are there.</summary>
    private static void AddTo(Report report, Classifier model, Dataset validation, ConfusionMatrix matrix, IReadOnlyList<MistakenSample> mistakes)
    {
        report.AddConfusionMatrix(matrix);
        report.AddClasses(matrix);
        report.AddMistakes(mistakes, validation);
        report.AddFilters(model);

        // Some from everywhere: folders are read class by class.
        int count = int.Min(Explained, validation.Count);
        report.AddGradCam(model, Classifier.Seen, validation, [.. Enumerable.Range(0, count).Select(i => (int)((i + 0.5) * validation.Count / count))], "What it looked at");
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

using NetGen;
using NetGen.Images;

namespace Classify;

/// <summary>Classifies pictures with a model that was trained before.</summary>
internal static class PredictCommand
{
    public static int Run(PredictOptions options)
    {
        using Interruption interruption = new();
        IReadOnlyList<string> paths = Find(options.Pictures);
        (Classifier loaded, IReadOnlyList<string> classNames) = ModelFile.Load("--model", options.Model);
        using Classifier model = loaded;
        using Predictor predictor = model.CreatePredictor(options.Threads);
        List<PredictionRow> rows = [];
        float[] input = new float[model.Description.InputSize];
        float[] outputs = new float[classNames.Count];
        foreach (string path in paths)
        {
            interruption.Token.ThrowIfCancellationRequested();
            if (!TryRead(path, input, options.Damaged))
            {
                continue;
            }

            predictor.Predict(input, outputs);
            float[] probabilities = new float[classNames.Count];
            Logits.Softmax(outputs, classNames.Count, probabilities);
            PredictionRow row = new(path, null, probabilities);
            rows.Add(row);
            Console.WriteLine(FormattableString.Invariant($"{path}: {classNames[row.Predicted]} {probabilities[row.Predicted]:F4}"));
        }

        if (rows.Count == 0)
        {
            throw new InputException("none of the pictures can be read.");
        }

        if (options.Csv is { } csv)
        {
            PredictionTable.Write(csv, classNames, rows, withActual: false);
        }

        return 0;
    }

    private static bool TryRead(string path, Span<float> input, BadFile damaged)
    {
        try
        {
            Pixels.Resized.ReadPicture(path).ToFloats(input, Classifier.Mean, Classifier.Deviation);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            if (damaged == BadFile.Refuse)
            {
                throw new InputException($"{problem.Message}\n--on-damaged skip leaves out what cannot be read.");
            }

            Console.Error.WriteLine($"skipped {problem.Message}");
            return false;
        }
    }

    private static List<string> Find(IReadOnlyList<string> given)
    {
        List<string> paths = [];
        foreach (string path in given)
        {
            if (Directory.Exists(path))
            {
                IReadOnlyList<string> found = ImageFiles.Find(path);
                paths.AddRange(found.Count > 0 ? found : throw new InputException($"{path}: expected pictures ({string.Join(", ", ImageFiles.Extensions)}), actual none."));
            }
            else
            {
                paths.Add(File.Exists(path) ? path : throw new InputException($"there is no file or folder \"{path}\"."));
            }
        }

        return paths;
    }
}

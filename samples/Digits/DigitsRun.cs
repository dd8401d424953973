using NetGen;

namespace Digits;

/// <summary>Trains the networks one after the other and examines them as one.</summary>
internal static class DigitsRun
{
    public static int Go(RunOptions options)
    {
        (ImageDataset train, ImageDataset test) = options.Data is null ? DrawnDigits.Make(options.Seed) : MnistFolder.Load(options.Data);
        using Interruption interruption = new();
        Console.WriteLine($"{(options.Data is null ? "drawn digits" : "MNIST")}: {train.Count} to train with, {test.Count} to test with; "
            + $"{DeepConvNet.ParameterCount} parameters, {options.Threads} threads");
        Console.WriteLine("In training, dropout blanks half of the answers: its loss and accuracy look worse than the test.");
        List<DeepConvNet> finished = [];
        try
        {
            bool cancelled = false;
            for (int network = 0; network < options.Ensemble && !cancelled; network++)
            {
                DeepConvNet model = new(seed: options.SeedOf(network)) { Threads = options.Threads };
                finished.Add(model);
                cancelled = Train(model, network, train, test, options, interruption.Token).Cancelled;
            }

            if (cancelled && finished.Count > 1)
            {
                // Half trained it would only drag the others down.
                finished[^1].Dispose();
                finished.RemoveAt(finished.Count - 1);
            }

            Examine(finished, test);
            return cancelled ? Interruption.ExitCode : 0;
        }
        finally
        {
            finished.ForEach(model => model.Dispose());
        }
    }

    private static TrainingResult Train(DeepConvNet model, int network, Dataset train, Dataset test, RunOptions options, CancellationToken cancellation)
    {
        TrainingResult result = ConsoleReport.Watch(
            progress =>
            {
                Trainer trainer = Recipe.For(model, network, options);
                trainer.Progress = progress;
                return trainer.Fit(train, test, cancellation);
            },
            options.Ensemble == 1 ? "" : $"{network + 1}/{options.Ensemble}");
        string file = options.FileOf(network);
        model.Save(file);
        Console.WriteLine($"{(result.Cancelled ? "interrupted" : "trained")} after {result.Steps} steps, {result.Elapsed.TotalSeconds:F1} s; weights in {file}");
        return result;
    }

    private static void Examine(List<DeepConvNet> models, ImageDataset test)
    {
        Exam exam = Exam.Take(models.Count == 1 ? models[0] : new Ensemble([.. models]), test);
        MistakePictures.Print(exam, test);
        if (models.Count > 1)
        {
            Console.WriteLine($"test accuracy of each: {string.Join(", ", models.Select(model => $"{Exam.Take(model, test).Accuracy:F4}"))}; of all as one:");
        }

        Console.WriteLine($"test accuracy {exam.Accuracy:F4}");
    }
}

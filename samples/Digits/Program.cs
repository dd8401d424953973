using Digits;
using NetGen;

return SampleProgram.Run(CommandLine.Make(Train), args);

static int Train(RunOptions options)
{
    (ImageDataset train, ImageDataset test) = options.Data is null ? DrawnDigits.Make(options.Seed) : MnistFolder.Load(options.Data);
    using DeepConvNet model = new(seed: (ulong)options.Seed) { Threads = options.Threads };
    using Interruption interruption = new();

    Console.WriteLine($"{(options.Data is null ? "drawn digits" : "MNIST")}: {train.Count} to train with, {test.Count} to test with; "
        + $"{DeepConvNet.ParameterCount} parameters, {options.Threads} threads");
    Console.WriteLine("In training, dropout blanks half of the answers: its loss and accuracy look worse than the test.");
    TrainingResult result = ConsoleReport.Watch(progress =>
    {
        Trainer trainer = Recipe.For(model, options);
        trainer.Progress = progress;
        return trainer.Fit(train, test, interruption.Token);
    });

    model.Save(options.Out);
    Console.WriteLine($"{(result.Cancelled ? "interrupted" : "trained")} after {result.Steps} steps, {result.Elapsed.TotalSeconds:F1} s; weights in {options.Out}");
    Exam exam = Exam.Take(model, test);
    MistakePictures.Print(exam, test);
    Console.WriteLine($"test accuracy {exam.Accuracy:F4}");
    return result.Cancelled ? SampleProgram.Interrupted : 0;
}

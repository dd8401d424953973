using NetGen;
using Spectre.Console;

namespace Digits;

/// <summary>Tells how the training goes: a live line and a line an epoch on a terminal, the latter alone where output goes to a file.</summary>
internal static class ConsoleReport
{
    public static TrainingResult Watch(Func<IProgress<TrainingProgress>, TrainingResult> train)
    {
        bool live = !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;
        return live ? WatchLive(train) : train(new Listener(PrintEpoch));
    }

    private static TrainingResult WatchLive(Func<IProgress<TrainingProgress>, TrainingResult> train) =>
        AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn { Width = 24 }, new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(screen =>
            {
                ProgressTask task = screen.AddTask("starting");
                return train(new Listener(progress =>
                {
                    task.MaxValue = progress.TotalSteps;
                    task.Value = progress.Step;
                    task.Description = Describe(progress);
                    if (progress.EpochEnded)
                    {
                        AnsiConsole.WriteLine(EpochLine(progress));
                    }
                }));
            });

    private static void PrintEpoch(TrainingProgress progress)
    {
        if (progress.EpochEnded)
        {
            Console.WriteLine(EpochLine(progress));
        }
    }

    private static string Describe(in TrainingProgress progress) =>
        $"epoch {progress.Epoch}/{progress.Epochs}  loss {progress.Loss:F4}  accuracy {progress.Accuracy:F4}  {progress.ImagesPerSecond:F0} images/s  {Clock(progress.TimeLeft)} left";

    private static string EpochLine(in TrainingProgress progress)
    {
        string test = progress.Validation is { } validation ? $"  test {validation.Accuracy:F4}" : "";
        return $"epoch {progress.Epoch,2}/{progress.Epochs}  loss {progress.Loss:F4}  accuracy {progress.Accuracy:F4}{test}  {progress.ImagesPerSecond:F0} images/s  {Clock(progress.TimeLeft)} left";
    }

    private static string Clock(TimeSpan time) => $"{(int)time.TotalMinutes}:{time.Seconds:00}";

    /// <summary>Reports at once and on the caller's thread, where <see cref="Progress{T}"/> would post to another and lose the order.</summary>
    private sealed class Listener(Action<TrainingProgress> listen) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => listen(value);
    }
}

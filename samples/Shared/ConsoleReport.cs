using NetGen;
using Spectre.Console;

namespace Samples;

/// <summary>Tells how the training goes: a live line and a line an epoch on a terminal, the latter alone where output goes to a file.</summary>
internal static class ConsoleReport
{
    /// <param name="train">The training, which reports to what it is given.</param>
    /// <param name="title">What is trained, before every line; nothing where there is one network alone.</param>
    public static TrainingResult Watch(Func<IProgress<TrainingProgress>, TrainingResult> train, string title = "")
    {
        string start = title.Length == 0 ? "" : title + "  ";
        bool live = !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;
        return live ? WatchLive(train, start) : train(new Listener(progress => PrintEpoch(progress, start)));
    }

    private static TrainingResult WatchLive(Func<IProgress<TrainingProgress>, TrainingResult> train, string start) =>
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
                    task.Description = start + Describe(progress);
                    if (progress.EpochEnded)
                    {
                        AnsiConsole.WriteLine(start + EpochLine(progress));
                    }
                }));
            });

    private static void PrintEpoch(TrainingProgress progress, string start)
    {
        if (progress.EpochEnded)
        {
            Console.WriteLine(start + EpochLine(progress));
        }
    }

    private static string Describe(in TrainingProgress progress) =>
        $"epoch {progress.Epoch}/{progress.Epochs}  loss {progress.Loss:F4}{Share("accuracy", progress.Accuracy)}  {progress.ImagesPerSecond:F0} images/s  {Clock(progress.TimeLeft)} left";

    private static string EpochLine(in TrainingProgress progress)
    {
        string test = progress.Validation is { } validation
            ? double.IsNaN(validation.Accuracy) ? $"  test loss {validation.Loss:F4}" : Share("test", validation.Accuracy)
            : "";
        string metrics = string.Concat(progress.Metrics.Select(m => $"  {m.Name} {m.Value:F4}"));
        string outputs = string.Concat(progress.Outputs.Select(o => $"  {o.Output} loss {o.Loss:F4}{(o.Output == ModelInfo.OwnOutput ? "" : Share("accuracy", o.Accuracy))}"));
        return $"epoch {progress.Epoch,2}/{progress.Epochs}  loss {progress.Loss:F4}{Share("accuracy", progress.Accuracy)}{outputs}{test}{metrics}  {progress.ImagesPerSecond:F0} images/s  {Clock(progress.TimeLeft)} left{Waiting(progress.Ranks)}";
    }

    /// <summary>Losses without classes have no accuracy.</summary>
    private static string Share(string name, double accuracy) => double.IsNaN(accuracy) ? "" : $"  {name} {accuracy:F4}";

    /// <summary>Of several processes, who keeps the others waiting.</summary>
    private static string Waiting(IReadOnlyList<RankWaiting> ranks) => ranks.Count == 0
        ? ""
        : $"  waiting {string.Join(' ', ranks.Select(r => $"{r.Waiting * 100:F0}%"))}{(ranks.Max(r => r.Waiting) - ranks.Min(r => r.Waiting) > 0.2 ? $" for rank {ranks.MinBy(r => r.Waiting)!.Rank}" : "")}";

    private static string Clock(TimeSpan time) => $"{(int)time.TotalMinutes}:{time.Seconds:00}";

    /// <summary>Reports at once and on the caller's thread, where <see cref="Progress{T}"/> would post to another and lose the order.</summary>
    private sealed class Listener(Action<TrainingProgress> listen) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => listen(value);
    }
}

using NetGen;
using Samples;
using Spectre.Console;

namespace Cifar;

/// <summary>
/// The degradation experiment of He, Zhang, Ren, Sun 2015 (figure 6) in small: of networks without shortcuts the deeper one has the larger
/// training error, which is no matter of overfitting; with shortcuts it does not.
/// </summary>
internal static class DegradationCommand
{
    public static int Run(DegradationOptions options)
    {
        Dataset images = CifarFolder.Load(options.Data, Cifar10.Mean, Cifar10.Deviation).Train.Slice(0, options.Images);
        using Interruption interruption = new();
        Console.WriteLine($"{options.Images} images, {options.Epochs} epochs, {options.Threads} threads; the images are shifted and mirrored at random");
        List<Curve> curves = [];
        foreach (Contestant contestant in Contestant.All)
        {
            if (interruption.Token.IsCancellationRequested)
            {
                break;
            }

            using Model model = contestant.Create((ulong)options.Seed);
            model.Threads = options.Threads;
            TrainingResult result = ConsoleReport.Watch(
                progress =>
                {
                    Trainer trainer = Recipe.For(model, images, options);
                    trainer.Progress = progress;
                    return trainer.Fit(images, cancellation: interruption.Token);
                },
                contestant.Name);
            curves.Add(new Curve(contestant, model.Description.ParameterCount, result));
        }

        Print(curves);
        File.WriteAllText(options.Out, ErrorChart.Draw(curves, options));
        Console.WriteLine($"curves in {options.Out}");
        Conclude(curves);
        return interruption.Token.IsCancellationRequested ? Interruption.ExitCode : 0;
    }

    private static void Print(List<Curve> curves)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumn("network");
        foreach (string title in (string[])["parameters", "epochs", "loss", "training error", "images/s", "seconds"])
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        foreach (Curve curve in curves)
        {
            EpochResult? last = curve.Result.Epochs.Count > 0 ? curve.Result.Epochs[^1] : null;
            table.AddRow(
                curve.Contestant.Name,
                $"{curve.Parameters}",
                $"{curve.Result.Epochs.Count}",
                last is null ? "-" : $"{last.Loss:F4}",
                last is null ? "-" : $"{curve.Errors[^1]:P1}",
                last is null ? "-" : $"{curve.Result.Epochs.Average(e => e.ImagesPerSecond):F0}",
                $"{curve.Result.Elapsed.TotalSeconds:F0}");
        }

        ConsoleTable.Write(table);
    }

    private static void Conclude(List<Curve> curves)
    {
        if (curves.Count < Contestant.All.Count || curves.Any(c => c.Result.Cancelled))
        {
            Console.WriteLine("interrupted: not all networks were trained to the end");
            return;
        }

        foreach (bool residual in (bool[])[false, true])
        {
            double shallow = curves.Single(c => c.Contestant.Residual == residual && !c.Contestant.Deep).Errors[^1];
            double deep = curves.Single(c => c.Contestant.Residual == residual && c.Contestant.Deep).Errors[^1];
            Console.WriteLine($"{(residual ? "with" : "without")} shortcuts, 56 layers err {Math.Abs(deep - shallow) * 100:F1} points {(deep > shallow ? "more" : "less")} than 20 on the training images");
        }
    }
}

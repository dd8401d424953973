using System.Globalization;

namespace NetGen.Reports;

/// <summary>What runs came to, in figures: tiles for one, a table for several.</summary>
internal static class RunSummary
{
    /// <summary>Writes it; nothing where there is no run.</summary>
    public static void Write(HtmlWriter html, IReadOnlyList<Run> runs)
    {
        if (runs.Count == 1)
        {
            WriteTiles(html, runs[0]);
        }
        else if (runs.Count > 1)
        {
            Table(runs).Write(html);
        }
    }

    private static void WriteTiles(HtmlWriter html, Run run)
    {
        html.Raw("<div class=\"tiles\">");
        Tile("epochs", Text(run.Points.Count), "");
        if (run.Points.Count > 0)
        {
            RunPoint last = run.Points[^1];
            if (run.HasAccuracy && run.BestValidation is { } best)
            {
                Tile("best validation accuracy", ValueText.Share(best.ValidationAccuracy!.Value), $"epoch {Text(best.Epoch)}; last {ValueText.Share(last.ValidationAccuracy ?? double.NaN)}");
            }

            if (run.LowestValidation is { } lowest)
            {
                Tile("lowest validation loss", ValueText.Number(lowest.ValidationLoss!.Value), $"epoch {Text(lowest.Epoch)}; last {ValueText.Number(last.ValidationLoss ?? double.NaN)}");
            }

            Tile("last training loss", ValueText.Number(last.Loss), run.HasAccuracy ? $"accuracy {ValueText.Share(last.Accuracy ?? double.NaN)}" : "");
            Tile("time an epoch", $"{ValueText.Amount(run.MedianSeconds)} s", $"median; {ValueText.Time(TimeSpan.FromSeconds(Total(run)))} in all");
        }

        html.Raw("</div>\n");

        void Tile(string name, string value, string more) => html.Write($"<div class=\"tile\"><span>{name}</span><b>{value}</b><small>{more}</small></div>");
    }

    private static TableSection Table(IReadOnlyList<Run> runs)
    {
        bool validated = runs.Any(r => r.IsValidated);
        bool classes = runs.Any(r => r.HasAccuracy);
        List<string> columns = ["run", "epochs"];
        columns.AddRange(validated && classes ? ["validation accuracy", "best", "in epoch"] : []);
        columns.AddRange(validated ? ["validation loss"] : []);
        columns.AddRange(classes ? ["training accuracy"] : []);
        columns.AddRange(["training loss", "s/epoch"]);
        return new TableSection("Runs", columns, [.. runs.Select(Row)]);

        IReadOnlyList<TableCell> Row(Run run)
        {
            RunPoint? last = run.Points.Count == 0 ? null : run.Points[^1];
            List<TableCell> cells = [run.Name, Text(run.Points.Count)];
            if (validated && classes)
            {
                cells.AddRange([Share(last?.ValidationAccuracy), Share(run.BestValidation?.ValidationAccuracy), run.BestValidation is { } best ? Text(best.Epoch) : ValueText.None]);
            }

            cells.AddRange(validated ? [Number(last?.ValidationLoss)] : []);
            cells.AddRange(classes ? [Share(last?.Accuracy)] : []);
            cells.AddRange([Number(last?.Loss), last is null ? ValueText.None : ValueText.Amount(run.MedianSeconds)]);
            return cells;
        }

        static TableCell Share(double? value) => value is { } known ? ValueText.Share(known) : ValueText.None;
        static TableCell Number(double? value) => value is { } known ? ValueText.Number(known) : ValueText.None;
    }

    /// <summary>A file may say anything, and a time has an end.</summary>
    private static double Total(Run run) => Math.Clamp(run.Points.Sum(p => double.IsFinite(p.Seconds) ? p.Seconds : 0), 0, TimeSpan.MaxValue.TotalSeconds / 2);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

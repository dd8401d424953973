using System.Globalization;
using System.Text;
using Samples;
using Spectre.Console;

namespace CifarFast;

/// <summary>The runs and their means.</summary>
internal static class ResultTable
{
    public static void Print(IReadOnlyList<RaceResult> results)
    {
        Table table = new() { Border = TableBorder.Simple };
        foreach (string title in (string[])["seed", "accuracy", "with flips and shifts", "minutes"])
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        foreach (RaceResult r in results)
        {
            table.AddRow($"{r.Seed}", $"{r.Accuracy:P2}", $"{r.WithViews:P2}", $"{r.Minutes:F1}");
        }

        table.AddRow("mean", $"{results.Average(r => r.Accuracy):P2}", $"{results.Average(r => r.WithViews):P2}", $"{results.Average(r => r.Minutes):F1}");
        ConsoleTable.Write(table);
    }

    public static void Write(IReadOnlyList<RaceResult> results, string path)
    {
        StringBuilder text = new("seed,accuracy,accuracy_with_views,minutes\n");
        foreach (RaceResult r in results)
        {
            text.Append(CultureInfo.InvariantCulture, $"{r.Seed},{r.Accuracy:F4},{r.WithViews:F4},{r.Minutes:F2}\n");
        }

        string temporary = path + ".tmp";
        File.WriteAllText(temporary, text.ToString());
        File.Move(temporary, path, overwrite: true);
    }
}

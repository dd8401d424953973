using System.Globalization;
using System.Text;
using Samples;
using Spectre.Console;

namespace CifarAblation;

/// <summary>The stages beside what was published.</summary>
internal static class ResultTable
{
    /// <summary>Seconds an epoch took on the GPU of the published figures.</summary>
    private const string PublishedSeconds = "51-52";

    /// <summary>The headings of the columns.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["stage", "parameters", "epochs", "accuracy", "best", "published", "s/epoch", "on a GPU"];

    /// <summary>A stage's row.</summary>
    public static IReadOnlyList<string> Row(StageResult r) =>
    [
        $"{r.Stage.Number} {r.Stage.Name}", $"{r.Parameters}", $"{r.Epochs.Count}", $"{r.Last:P2}", $"{r.Best:P2}", $"{r.Stage.Published:P2}", $"{r.SecondsPerEpoch:F0}", PublishedSeconds,
    ];

    public static void Print(IReadOnlyList<StageResult> results)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn(Columns[0]).NoWrap());
        foreach (string title in Columns.Skip(1))
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        foreach (StageResult r in results)
        {
            table.AddRow([.. Row(r)]);
        }

        ConsoleTable.Write(table);
    }

    public static void Write(IReadOnlyList<StageResult> results, string path)
    {
        StringBuilder text = new("stage,name,parameters,epochs,accuracy,best,published,seconds_per_epoch\n");
        foreach (StageResult r in results)
        {
            text.Append(CultureInfo.InvariantCulture, $"{r.Stage.Number},{r.Stage.Name},{r.Parameters},{r.Epochs.Count},{r.Last:F4},{r.Best:F4},{r.Stage.Published:F4},{r.SecondsPerEpoch:F1}\n");
        }

        string temporary = path + ".tmp";
        File.WriteAllText(temporary, text.ToString());
        File.Move(temporary, path, overwrite: true);
    }
}

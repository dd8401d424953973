using NetGen;
using Samples;
using Spectre.Console;

namespace Segmentation;

/// <summary>How well each class is found.</summary>
internal static class ClassTable
{
    public static void Print(ConfusionMatrix matrix)
    {
        Table table = new() { Border = TableBorder.Simple };
        foreach (string title in (string[])["class", "pixels", "recall", "precision", "IoU"])
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        for (int c = 0; c < matrix.Classes; c++)
        {
            table.AddRow(matrix.ClassNames![c], $"{(double)matrix.Support(c) / matrix.Total:P1}", $"{matrix.Recall(c):F3}", $"{matrix.Precision(c):F3}", $"{matrix.IoU(c):F3}");
        }

        ConsoleTable.Write(table);
    }
}

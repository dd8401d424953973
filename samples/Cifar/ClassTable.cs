using NetGen;
using Samples;
using Spectre.Console;

namespace Cifar;

/// <summary>How each class fares: the share that is found, the share of answers that are right, and what it is taken for most often.</summary>
internal static class ClassTable
{
    public static void Print(Exam exam, ImageDataset images)
    {
        int[] count = new int[Cifar10.Classes];
        for (int i = 0; i < images.Count; i++)
        {
            count[images.Label(i)]++;
        }

        Table table = new() { Border = TableBorder.Simple };
        table.AddColumn("class");
        table.AddColumn(new TableColumn("found").RightAligned());
        table.AddColumn(new TableColumn("right when answered").RightAligned());
        table.AddColumn("most often taken for");
        for (int label = 0; label < Cifar10.Classes; label++)
        {
            Mistake[] missed = [.. exam.Mistakes.Where(m => m.Label == label)];
            int found = count[label] - missed.Length;
            int answered = found + exam.Mistakes.Count(m => m.Predicted == label);
            table.AddRow(Cifar10.ClassNames[label], Share(found, count[label]), Share(found, answered), Confused(missed));
        }

        ConsoleTable.Write(table);
    }

    private static string Share(int part, int whole) => whole == 0 ? "-" : ((double)part / whole).ToString("P1");

    private static string Confused(Mistake[] missed)
    {
        IGrouping<int, Mistake>? most = missed.GroupBy(m => m.Predicted).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault();
        return most is null ? "" : $"{Cifar10.ClassNames[most.Key]} ({most.Count()})";
    }
}

using NetGen;

namespace Digits;

/// <summary>Shows a few of the digits that were read wrongly.</summary>
internal static class MistakePictures
{
    private const int Most = 6;
    private const int ColumnsInFile = 80;

    public static void Print(Exam exam, ImageDataset images)
    {
        if (exam.Mistakes.Count == 0)
        {
            Console.WriteLine("no digit was read wrongly");
            return;
        }

        Mistake[] shown = [.. exam.Mistakes.Take(Most)];
        Console.WriteLine($"{exam.Mistakes.Count} of {exam.Count} digits were read wrongly, for example:");
        Console.WriteLine();
        int columns = Console.IsOutputRedirected ? ColumnsInFile : Console.WindowWidth;
        foreach (Mistake[] row in shown.Chunk(TextArt.PicturesIn(columns)))
        {
            Console.WriteLine(TextArt.Row([.. row.Select(m => ($"true {m.Label}, predicted {m.Predicted}", images.Pixels(m.Index).ToArray()))]));
        }
    }
}

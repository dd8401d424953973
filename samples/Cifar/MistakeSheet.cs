using NetGen;

namespace Cifar;

/// <summary>A picture of the first wrongly classified images, and a list of what they are.</summary>
internal static class MistakeSheet
{
    private const int Columns = 6;
    private const int Rows = 2;
    private const int Side = 32;
    private const int Enlarged = 4;
    private const int Gap = 8;
    private const int Cell = (Side * Enlarged) + Gap;

    public static void Write(string file, Exam exam, ImageDataset images)
    {
        Exam.Mistake[] shown = [.. exam.Mistakes.Take(Columns * Rows)];
        if (shown.Length == 0)
        {
            Console.WriteLine("no image was classified wrongly");
            return;
        }

        int rows = (shown.Length + Columns - 1) / Columns;
        RgbImage sheet = new((Columns * Cell) + Gap, (rows * Cell) + Gap);
        Console.WriteLine($"{exam.Mistakes.Count} of {exam.Count} images were classified wrongly; the first of them, row by row, are in {file}:");
        for (int i = 0; i < shown.Length; i++)
        {
            Draw(sheet, images.Pixels(shown[i].Index), Gap + (i % Columns * Cell), Gap + (i / Columns * Cell));
            Console.WriteLine($"  row {(i / Columns) + 1}, column {(i % Columns) + 1}: true {Cifar10.ClassNames[shown[i].Label]}, predicted {Cifar10.ClassNames[shown[i].Predicted]}");
        }

        File.WriteAllBytes(file, PngFile.Encode(sheet));
    }

    private static void Draw(RgbImage sheet, ReadOnlySpan<byte> pixels, int left, int top)
    {
        for (int y = 0; y < Side * Enlarged; y++)
        {
            for (int x = 0; x < Side * Enlarged; x++)
            {
                int at = (y / Enlarged * Side) + (x / Enlarged);
                sheet.Set(left + x, top + y, pixels[at], pixels[at + (Side * Side)], pixels[at + (2 * Side * Side)]);
            }
        }
    }
}

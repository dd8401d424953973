using NetGen;
using NetGen.Images;

namespace Cifar;

/// <summary>A picture of the first wrongly classified images, and a list of what they are.</summary>
internal static class MistakeSheet
{
    private const int Columns = 6;
    private const int Rows = 2;
    private const int Enlarged = 4;
    private const int Gap = 8;

    public static void Write(string file, Exam exam, ImageDataset images)
    {
        Mistake[] shown = [.. exam.Mistakes.Take(Columns * Rows)];
        if (shown.Length == 0)
        {
            Console.WriteLine("no image was classified wrongly");
            return;
        }

        Console.WriteLine($"{exam.Mistakes.Count} of {exam.Count} images were classified wrongly; the first of them, row by row, are in {file}:");
        for (int i = 0; i < shown.Length; i++)
        {
            Console.WriteLine($"  row {(i / Columns) + 1}, column {(i % Columns) + 1}: true {Cifar10.ClassNames[shown[i].Label]}, predicted {Cifar10.ClassNames[shown[i].Predicted]}");
        }

        Picture.Grid([.. shown.Select(m => Enlarge(images, m.Index))], Columns, Gap).SavePng(file);
    }

    private static Picture Enlarge(ImageDataset images, int index)
    {
        Picture picture = Picture.FromBytes(images.InputShape, images.Pixels(index));
        return picture.Resize(picture.Width * Enlarged, picture.Height * Enlarged, ResizeFilter.Nearest);
    }
}

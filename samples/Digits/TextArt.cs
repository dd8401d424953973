using System.Text;

namespace Digits;

/// <summary>Images of digits as shade characters, several side by side.</summary>
internal static class TextArt
{
    private const string Shades = " ░▒▓█";
    private const int Gap = 3;

    // The outermost pixels of a digit's image are nearly always empty, and three pictures fit in 80 columns without them.
    private const int Margin = 2;
    private const int Width = DigitDrawing.Side - 2 * Margin;

    /// <summary>How many pictures fit beside each other.</summary>
    public static int PicturesIn(int columns) => Math.Max(1, (columns + Gap) / (Width + Gap));

    /// <summary>One row of pictures with a caption over each. A character is about twice as high as wide, so it stands for two pixels.</summary>
    public static string Row(IReadOnlyList<(string Caption, byte[] Image)> pictures)
    {
        StringBuilder text = new();
        AppendLine(text, pictures.Select(p => p.Caption.PadRight(Width)));
        for (int y = Margin; y < DigitDrawing.Side - Margin; y += 2)
        {
            int row = y;
            AppendLine(text, pictures.Select(p => Line(p.Image, row)));
        }

        return text.ToString();
    }

    private static string Line(byte[] image, int y) => string.Create(Width, (image, y), static (line, at) =>
    {
        ReadOnlySpan<byte> upper = at.image.AsSpan(at.y * DigitDrawing.Side + Margin, Width);
        ReadOnlySpan<byte> lower = at.image.AsSpan((at.y + 1) * DigitDrawing.Side + Margin, Width);
        for (int x = 0; x < line.Length; x++)
        {
            int sum = upper[x] + lower[x];
            line[x] = Shades[sum * Shades.Length / (2 * byte.MaxValue + 1)];
        }
    });

    private static void AppendLine(StringBuilder text, IEnumerable<string> parts) =>
        text.Append(string.Join(new string(' ', Gap), parts).TrimEnd()).Append('\n');
}

namespace Captions;

/// <summary>Writes small letters and spaces into a picture, a pixel or more for each dot.</summary>
internal static class PixelFont
{
    /// <summary>Rows of a letter: two above the height of an x, and two below the line.</summary>
    public const int Height = 9;

    /// <summary>From one letter to the next.</summary>
    public const int Advance = Width + 1;

    private const int Width = 5;
    private const int LettersInARow = 13;

    /// <summary>a to m, and below them n to z.</summary>
    private static readonly string[] s_rows =
    [
        "..... #.... ..... ....# ..... ..##. ..... #.... ..#.. ...#. #.... .##.. .....",
        "..... #.... ..... ....# ..... .#... ..... #.... ..... ..... #.... ..#.. .....",
        ".###. ####. .###. .#### .###. ####. .#### ####. .##.. ..##. #..#. ..#.. ##.#.",
        "....# #...# #...# #...# #...# .#... #...# #...# ..#.. ...#. #.#.. ..#.. #.#.#",
        ".#### #...# #.... #...# ##### .#... #...# #...# ..#.. ...#. ##... ..#.. #.#.#",
        "#...# #...# #...# #...# #.... .#... #...# #...# ..#.. ...#. #.#.. ..#.. #.#.#",
        ".#### ####. .###. .#### .#### .#... .#### #...# .###. ...#. #..#. .###. #.#.#",
        "..... ..... ..... ..... ..... ..... ....# ..... ..... ...#. ..... ..... .....",
        "..... ..... ..... ..... ..... ..... .###. ..... ..... .##.. ..... ..... .....",
        "..... ..... ..... ..... ..... ..... .#... ..... ..... ..... ..... ..... .....",
        "..... ..... ..... ..... ..... ..... .#... ..... ..... ..... ..... ..... .....",
        "####. .###. ####. .#### #.##. .#### ####. #...# #...# #...# #...# #...# #####",
        "#...# #...# #...# #...# ##..# #.... .#... #...# #...# #.#.# .#.#. #...# ...#.",
        "#...# #...# #...# #...# #.... .###. .#... #...# #...# #.#.# ..#.. #...# ..#..",
        "#...# #...# #...# #...# #.... ....# .#..# #..## .#.#. #.#.# .#.#. #...# .#...",
        "#...# .###. ####. .#### #.... ####. ..##. .##.# ..#.. .#.#. #...# .#### #####",
        "..... ..... #.... ....# ..... ..... ..... ..... ..... ..... ..... ....# .....",
        "..... ..... #.... ....# ..... ..... ..... ..... ..... ..... ..... .###. .....",
    ];

    /// <summary>Writes a line.</summary>
    /// <param name="text">Letters from a to z, and spaces.</param>
    /// <param name="left">Where it begins.</param>
    /// <param name="top">Where the letters' uppermost row is.</param>
    /// <param name="scale">Pixels in a row and in a column of a dot.</param>
    /// <param name="dot">Gets each pixel that belongs to a letter.</param>
    /// <exception cref="ArgumentException">A character is another one.</exception>
    public static void Write(string text, int left, int top, int scale, Action<int, int> dot)
    {
        for (int i = 0; i < text.Length; i++)
        {
            for (int row = 0; row < Height * scale; row++)
            {
                for (int column = 0; column < Width * scale; column++)
                {
                    if (IsDot(text[i], row / scale, column / scale))
                    {
                        dot(left + (i * Advance * scale) + column, top + row);
                    }
                }
            }
        }
    }

    private static bool IsDot(char letter, int row, int column)
    {
        int number = letter - 'a';
        return letter == ' ' ? false
            : letter is >= 'a' and <= 'z' ? s_rows[(number / LettersInARow * Height) + row][(number % LettersInARow * Advance) + column] == '#'
            : throw new ArgumentException($"expected letters from a to z and spaces, actual \"{letter}\"", nameof(letter));
    }
}

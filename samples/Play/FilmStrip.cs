using NetGen.Images;

namespace Play;

/// <summary>Pictures of games as their player saw them: the last frame white, those before it darker.</summary>
/// <param name="side">Height and width of a frame.</param>
/// <param name="games">The first games are shown, one after the other.</param>
/// <param name="pictures">Pictures of each.</param>
/// <param name="every">Actions from one picture to the next.</param>
internal sealed class FilmStrip(int side, int games, int pictures, int every)
{
    private const int Gap = 3;
    private const byte Grey = 96;

    /// <summary>How bright the frames of a stack are, oldest first.</summary>
    private static readonly byte[] s_brightness = [40, 75, 125, 255];

    private readonly byte[][] _pictures = [.. Enumerable.Range(0, games * pictures).Select(_ => new byte[side * side])];

    /// <summary>Shows what is seen in games that are played side by side.</summary>
    /// <param name="states">Stacks of frames, game after game.</param>
    /// <param name="over">Which games are over, of which nothing is shown.</param>
    /// <param name="taken">Actions taken so far.</param>
    public void Show(ReadOnlySpan<float> states, ReadOnlySpan<bool> over, int taken)
    {
        if (taken % every != 0 || taken / every >= pictures)
        {
            return;
        }

        int size = states.Length / over.Length;
        for (int game = 0; game < games; game++)
        {
            if (!over[game])
            {
                Draw(states.Slice(game * size, size), _pictures[(game * pictures) + (taken / every)]);
            }
        }
    }

    /// <summary>Writes the pictures, in rows.</summary>
    /// <param name="path">A PNG file.</param>
    /// <param name="columns">Pictures in a row.</param>
    /// <param name="enlarged">How much larger they are.</param>
    public void Save(string path, int columns, int enlarged) => Picture.Grid(
        [.. _pictures.Select(p => Picture.FromBytes([1, side, side], p).Resize(side * enlarged, side * enlarged, ResizeFilter.Nearest))], columns, Gap, Grey).SavePng(path);

    private static void Draw(ReadOnlySpan<float> stack, byte[] picture)
    {
        for (int i = 0; i < stack.Length; i++)
        {
            int pixel = i % picture.Length;
            picture[pixel] = stack[i] > 0 ? s_brightness[i / picture.Length] : picture[pixel];
        }
    }
}

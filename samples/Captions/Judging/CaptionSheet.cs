using NetGen.Images;

namespace Captions;

/// <summary>Scenes, each with the sentence that the network says of it: in black where that is true, otherwise in red.</summary>
internal static class CaptionSheet
{
    private const int Shown = 12;
    private const int Columns = 4;
    private const int Gap = 8;
    private const int Enlarged = 4;
    private const int Side = SceneDrawing.Side * Enlarged;

    private const int LetterScale = 2;
    private const int LineHeight = (PixelFont.Height + 2) * LetterScale;
    private const int LettersInALine = Side / (PixelFont.Advance * LetterScale);

    /// <summary>Lines of the longest sentence, whose words do not fill each to its end.</summary>
    private const int Lines = 4;

    private static readonly byte[] s_black = [0, 0, 0];
    private static readonly byte[] s_red = [210, 0, 0];

    /// <summary>Scenes from everywhere in the set, none of them chosen.</summary>
    public static void Write(string file, SceneSet scenes, Judgement judgement)
    {
        int count = Math.Min(Shown, scenes.Count);
        Picture.Grid([.. Enumerable.Range(0, count).Select(i => Panel((int)((i + 0.5) * scenes.Count / count)))], Columns, Gap).SavePng(file);

        Picture Panel(int index) => Make(scenes.PictureOf(index), judgement.Captions[index].Sentence, judgement.Captions[index].IsTrue ? s_black : s_red);
    }

    private static Picture Make(Picture scene, string sentence, byte[] colour)
    {
        const int Height = Side + (Lines * LineHeight);
        byte[] bytes = new byte[SceneDrawing.Channels * Height * Side];
        Array.Fill(bytes, byte.MaxValue);
        Picture large = scene.Resize(Side, Side, ResizeFilter.Nearest);
        for (int channel = 0; channel < SceneDrawing.Channels; channel++)
        {
            large.Bytes.Slice(channel * Side * Side, Side * Side).CopyTo(bytes.AsSpan(channel * Height * Side));
        }

        int top = Side + LetterScale;
        foreach (string line in Wrap(sentence))
        {
            PixelFont.Write(line, 0, top, LetterScale, Dot);
            top += LineHeight;
        }

        return Picture.FromBytes([SceneDrawing.Channels, Height, Side], bytes);

        void Dot(int x, int y)
        {
            for (int channel = 0; channel < SceneDrawing.Channels; channel++)
            {
                bytes[(((channel * Height) + y) * Side) + x] = colour[channel];
            }
        }
    }

    /// <summary>Lines of whole words.</summary>
    private static IEnumerable<string> Wrap(string sentence)
    {
        string line = "";
        foreach (string word in sentence.Split(' '))
        {
            if (line.Length + 1 + word.Length > LettersInALine)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }
}

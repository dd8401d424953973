using NetGen;
using NetGen.Images;

namespace Captions;

/// <summary>Scenes with a sentence each, as samples: the picture and the sentence's words in, the word after each step as labels. A scene is made anew whenever it is asked for, always the same.</summary>
/// <param name="statements">What the scenes show, in turns.</param>
/// <param name="count">How many scenes.</param>
/// <param name="seed">Decides places, colours and sentences.</param>
/// <param name="purpose">What the scenes are for.</param>
internal sealed class SceneSet(IReadOnlyList<Statement> statements, int count, int seed, Purpose purpose)
    : Dataset(Captioner.Info.InputShape, Vocabulary.Longest + 1, targetSize: 0)
{
    /// <summary>Pixels are read as (value − mean) / deviation.</summary>
    private static readonly float[] s_mean = [0.5f, 0.5f, 0.5f];
    private static readonly float[] s_deviation = [0.25f, 0.25f, 0.25f];

    public override int Count => count;

    /// <summary>Where the things of a scene are.</summary>
    public Scene SceneOf(int index)
    {
        RandomSource random = Numbers(index);
        return ScenePlacing.Place(StatementOf(index), ref random);
    }

    /// <summary>A scene's picture as the network reads it.</summary>
    public void CopyPicture(int index, Span<float> destination)
    {
        RandomSource random = Numbers(index);
        Scene scene = ScenePlacing.Place(StatementOf(index), ref random);
        SceneDrawing.Draw(scene, ref random, destination);
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = (destination[i] - s_mean[0]) / s_deviation[0];
        }
    }

    /// <summary>A scene's picture to look at.</summary>
    public Picture PictureOf(int index)
    {
        float[] pixels = new float[SceneDrawing.Pixels];
        CopyPicture(index, pixels);
        return Picture.FromFloats(pixels, [SceneDrawing.Channels, SceneDrawing.Side, SceneDrawing.Side], s_mean, s_deviation);
    }

    /// <summary>Some sentences that are true of a scene, as several people would say them; two may be equal. The first is the one that is trained with.</summary>
    public string[] Sentences(int index, int count)
    {
        RandomSource random = new((ulong)seed, (int)purpose + (int)Purpose.Sentences, index);
        string[] sentences = new string[count];
        for (int i = 0; i < count; i++)
        {
            sentences[i] = Sayings.Draw(StatementOf(index), ref random);
        }

        return sentences;
    }

    public override void CopyInput(int index, Span<float> destination)
    {
        CheckCopy(index, destination.Length, InputSize);
        CopyPicture(index, destination[..SceneDrawing.Pixels]);
        int[] words = WordsOf(index);
        for (int i = 0; i < Vocabulary.Longest; i++)
        {
            // What stands behind the sentence's end is read, but no label asks what follows.
            destination[SceneDrawing.Pixels + i] = i < words.Length ? words[i] : Vocabulary.End;
        }
    }

    public override void CopyLabels(int index, Span<int> destination)
    {
        CheckCopy(index, destination.Length, LabelSize);
        int[] words = WordsOf(index);
        words.CopyTo(destination);
        destination[words.Length] = Vocabulary.End;
        destination[(words.Length + 1)..].Fill(Vocabulary.Ignored);
    }

    private int[] WordsOf(int index) => Vocabulary.Numbers(Sentences(index, 1)[0]);

    private Statement StatementOf(int index) => statements[index % statements.Count];

    private RandomSource Numbers(int index) => new((ulong)seed, (int)purpose, index);
}

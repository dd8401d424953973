namespace Captions;

/// <summary>What the network says of scenes, and whether it is true.</summary>
/// <param name="Captions">Its sentence of each scene, and whether it is true of it.</param>
/// <param name="Bleu">BLEU-4 over all.</param>
internal sealed record Judgement(IReadOnlyList<(string Sentence, bool IsTrue)> Captions, double Bleu)
{
    /// <summary>Sentences that each is compared with for BLEU.</summary>
    public const int References = 5;

    /// <summary>The share of sentences that are true.</summary>
    public double True => (double)Captions.Count(caption => caption.IsTrue) / Captions.Count;

    public static Judgement Of(Captioner network, SceneSet scenes, CaptionsOptions options, CancellationToken cancellation)
    {
        (string Sentence, bool IsTrue)[] captions = new (string, bool)[scenes.Count];
        Parallel.For(
            0,
            scenes.Count,
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation },
            () => new CaptionWriter(network, options.Beam),
            (index, _, writer) =>
            {
                string sentence = writer.Write(scenes, index);
                captions[index] = (sentence, IsTrue(sentence, scenes.SceneOf(index)));
                return writer;
            },
            writer => writer.Dispose());
        Bleu bleu = new();
        for (int i = 0; i < captions.Length; i++)
        {
            bleu.Add(captions[i].Sentence, scenes.Sentences(i, References));
        }

        return new Judgement(captions, bleu.Value);
    }

    /// <summary>Whether something is a sentence, and what it says is so in the scene.</summary>
    public static bool IsTrue(string sentence, Scene scene) => SentenceParser.Parse(sentence) is { } statement && scene.Shows(statement);
}

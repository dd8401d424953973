using Captions;
using Shouldly;

namespace NetGen.Samples.Tests;

/// <summary>Beam search against a look at all sentences, and over the network's steps against its predictions of whole sentences.</summary>
public sealed class BeamSearchTests
{
    private const int Words = 3;
    private const int Longest = 4;
    private const int End = 0;

    /// <summary>With two words there are at most 16 beginnings of one length, so a beam of 16 leaves none out, and a narrower one finds sentences of the same probabilities, if not the likeliest.</summary>
    [Fact]
    public void AWideBeam_FindsWhatALookAtAllSentencesDoes()
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            double[] Row(IReadOnlyList<int> beginning) => RandomRow(seed, beginning);
            (int[] Words, double Log)[] all = [.. Sentences([], 0, Row).OrderByDescending(sentence => sentence.Log)];
            all.Length.ShouldBe(31);

            IReadOnlyList<FoundSentence> found = new BeamSearch(new WordTable(Words, Row), 16, Longest, End).Find();
            found.Count.ShouldBe(16);
            for (int i = 0; i < found.Count; i++)
            {
                found[i].Words.ShouldBe(all[i].Words);
                found[i].Log.ShouldBe(all[i].Log, 1e-12);
            }

            FoundSentence narrow = new BeamSearch(new WordTable(Words, Row), 2, Longest, End).Find()[0];
            narrow.Log.ShouldBe(all.Single(sentence => sentence.Words.SequenceEqual(narrow.Words)).Log, 1e-12);
        }
    }

    /// <summary>The likelier first word, 1 of 0.6, leads to sentences of at most 0.6 · 0.4; the other one's is 0.4 · 0.9.</summary>
    [Fact]
    public void TwoBeginnings_FindWhatTheLikeliestWordMisses()
    {
        static double[] Row(IReadOnlyList<int> beginning) => beginning.Count == 0 ? [0, 0.6, 0.4] : beginning[0] == 1 ? [0.4, 0.3, 0.3] : [0.9, 0.05, 0.05];

        FoundSentence greedy = new BeamSearch(new WordTable(Words, Row), 1, Longest, End).Find()[0];
        greedy.Words.ShouldBe([1]);
        Math.Exp(greedy.Log).ShouldBe(0.24, 1e-12);

        IReadOnlyList<FoundSentence> found = new BeamSearch(new WordTable(Words, Row), 2, Longest, End).Find();
        found[0].Words.ShouldBe([2]);
        Math.Exp(found[0].Log).ShouldBe(0.36, 1e-12);
        found[1].Words.ShouldBe([1]);
    }

    [Fact]
    public void TheSearchEnds_OnceNothingLikelierCanCome()
    {
        WordTable table = new(Words, _ => [0.8, 0.1, 0.1]);
        new BeamSearch(table, 1, Longest, End).Find()[0].Words.ShouldBe([]);
        table.Continued.ShouldBe(0);

        // The third likeliest are words alone, of 0.08; what begins with two has 0.01 at most.
        IReadOnlyList<FoundSentence> found = new BeamSearch(table, 3, Longest, End).Find();
        found.Select(sentence => sentence.Words.Count).ShouldBe([0, 1, 1]);
        table.Continued.ShouldBe(1);
    }

    [Fact]
    public void ASentenceThatNeverEnds_IsEndedAfterTheMostWords()
    {
        FoundSentence found = new BeamSearch(new WordTable(Words, _ => [0.001, 0.998, 0.001]), 1, Longest, End).Find()[0];

        // The empty sentence is likelier than none of those that were kept: 0.001 against 0.998⁴ · 0.001.
        found.Words.ShouldBe([]);
        static double[] Late(IReadOnlyList<int> beginning) => beginning.Count < Longest ? [0, 0.9, 0.1] : [0.001, 0.998, 0.001];
        new BeamSearch(new WordTable(Words, Late), 1, Longest, End).Find()[0].Words.ShouldBe([1, 1, 1, 1]);
    }

    /// <summary>Steps with states in another order each time, against whole sentences one by one.</summary>
    [Fact]
    public void TheNetworksSentences_HaveTheProbabilitiesOfWholePredictions()
    {
        using Captioner network = new(seed: 3) { Threads = 1 };
        SceneSet scenes = new(Combinations.Split(1).HeldOut, 2, seed: 1, Purpose.HeldOut);
        using CaptionWriter writer = new(network, width: 4);
        float[] input = new float[Captioner.InputSize];
        float[] logits = new float[Captioner.OutputSize];
        for (int scene = 0; scene < scenes.Count; scene++)
        {
            IReadOnlyList<FoundSentence> found = writer.Find(scenes, scene);
            writer.Write(scenes, scene).ShouldBe(Vocabulary.Text(found[0].Words));
            found.Count.ShouldBe(4);
            foreach (FoundSentence sentence in found)
            {
                Array.Clear(input);
                scenes.CopyPicture(scene, input.AsSpan(0, SceneDrawing.Pixels));
                for (int i = 0; i < sentence.Words.Count; i++)
                {
                    input[SceneDrawing.Pixels + i] = sentence.Words[i];
                }

                network.Predict(input, logits);
                Logits.Softmax(logits, Vocabulary.Count, logits);
                double log = 0;
                for (int step = 0; step <= sentence.Words.Count; step++)
                {
                    log += Math.Log(logits[(step * Vocabulary.Count) + (step < sentence.Words.Count ? sentence.Words[step] : Vocabulary.End)]);
                }

                sentence.Log.ShouldBe(log, 1e-3);
            }
        }
    }

    private static IEnumerable<(int[] Words, double Log)> Sentences(int[] beginning, double log, Func<IReadOnlyList<int>, double[]> row)
    {
        double[] next = row(beginning);
        yield return (beginning, log + Math.Log(next[End]));
        for (int word = 1; word < Words && beginning.Length < Longest; word++)
        {
            foreach ((int[] Words, double Log) sentence in Sentences([.. beginning, word], log + Math.Log(next[word]), row))
            {
                yield return sentence;
            }
        }
    }

    /// <summary>Probabilities that depend on every word so far.</summary>
    private static double[] RandomRow(ulong seed, IReadOnlyList<int> beginning)
    {
        int place = beginning.Aggregate(1, (number, word) => (number * Words) + word);
        RandomSource random = new(seed, 0, place);
        double[] values = [random.NextDouble(), random.NextDouble() + 0.1, random.NextDouble() + 0.1];
        return [.. values.Select(value => value / values.Sum())];
    }
}

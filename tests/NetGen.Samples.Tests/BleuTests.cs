using Captions;
using Shouldly;

namespace NetGen.Samples.Tests;

/// <summary>BLEU by the examples of Papineni et al. 2002, section 2.1, and by figures worked out by hand.</summary>
public sealed class BleuTests
{
    private static readonly string[] s_guide =
    [
        "it is a guide to action that ensures that the military will forever heed party commands",
        "it is the guiding principle which guarantees the military forces always being under the command of the party",
        "it is the practical guide for the army always to heed the directions of the party",
    ];

    [Theory]
    [InlineData("it is a guide to action which ensures that the military always obeys the commands of the party", 17, 18, 10, 17)]
    [InlineData("it is to insure the troops forever hearing the activity guidebook that party direct", 8, 14, 1, 13)]
    public void ThePapersCandidates_HaveItsPrecisions(string candidate, int words, int allWords, int pairs, int allPairs)
    {
        Bleu bleu = new();
        bleu.Add(candidate, s_guide);

        bleu.Precision(1).ShouldBe((double)words / allWords, 1e-12);
        bleu.Precision(2).ShouldBe((double)pairs / allPairs, 1e-12);
    }

    [Fact]
    public void AWordCounts_AtMostAsOftenAsInAReference()
    {
        Bleu bleu = new();
        bleu.Add("the the the the the the the", ["the cat is on the mat", "there is a cat on the mat"]);

        bleu.Precision(1).ShouldBe(2.0 / 7, 1e-12);
        bleu.Value.ShouldBe(0);
    }

    [Fact]
    public void TheFigure_IsThatOfSumsOverAllSentences()
    {
        Bleu bleu = new();
        bleu.Value.ShouldBe(0);

        // (4/5 · 3/4 · 2/3 · 1/2)^¼ · exp(1 − 6/5)
        bleu.Add("a b c d e", ["a b c d f g"]);
        bleu.Value.ShouldBe(0.547518, 1e-6);

        // (8/9 · 6/7 · 4/5 · 2/3)^¼ · exp(1 − 10/9)
        bleu.Add("x y z w", ["x y z w"]);
        bleu.Value.ShouldBe(0.714447, 1e-6);
    }

    [Fact]
    public void ASentenceLikeItsReference_HasOne()
    {
        Bleu bleu = new();
        bleu.Add("there is a red circle above a blue square", ["a red circle is over a blue square", "there is a red circle above a blue square"]);

        bleu.Value.ShouldBe(1, 1e-12);
    }

    /// <summary>The nearest length counts, of two the shorter; a sentence as long as that has no penalty.</summary>
    [Theory]
    [InlineData("a b c d e", "a b c d", "a b c d e f g h", 1)]
    [InlineData("a b c d e", "a b c d", "a b c d e f", 1)]
    [InlineData("a b c d e", "a b c d e f", "a b", 0.818731)]
    [InlineData("a b c d e", "a b c d e", "a", 1)]
    [InlineData("a b c d", "a b c d e f g h", "a b c d e f g h i", 0.367879)]
    public void ShortSentences_ArePenalized(string sentence, string one, string other, double penalty)
    {
        Bleu bleu = new();
        bleu.Add(sentence, [one, other]);

        bleu.BrevityPenalty.ShouldBe(penalty, 1e-6);
    }

    [Fact]
    public void SentencesWithoutFourWords_HaveNoneOfFour()
    {
        Bleu bleu = new();
        bleu.Add("", ["a b"]);
        bleu.Value.ShouldBe(0);
        bleu.Add("a b c", ["a b c"]);

        bleu.Precision(3).ShouldBe(1);
        bleu.Precision(4).ShouldBe(0);
        bleu.Value.ShouldBe(0);
    }
}

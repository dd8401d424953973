using NetGen.Generators.Common;
using Shouldly;

namespace NetGen.Generators.Tests.Common;

/// <summary>What keeps its place from run to run.</summary>
public sealed class NamedListTests
{
    [Theory]
    [InlineData("b a c a", "a b c")]
    [InlineData("b a c > a b c", "a b c")]
    [InlineData("a b c > a c d", "a d c")]
    [InlineData("a b c > a c", "a c")]
    [InlineData("a b c > b c", "c b")]
    [InlineData("a b c > c", "c")]
    [InlineData("a b c > a b c e d", "a b c d e")]
    [InlineData("a b c d > x d y z w", "w x y d z")]
    [InlineData("a b c > x", "x")]
    [InlineData("a b > ", "")]
    [InlineData("a b > c > a b c", "c a b")]
    public void Things_KeepTheirPlaces(string runs, string expected)
    {
        Dictionary<char, Letter> users = Enumerable.Range('a', 26).ToDictionary(c => (char)c, c => new Letter((char)c));
        NamedList<Letter, string> list = new(letter => [letter.Name], s => s);

        string last = "";
        foreach (string run in runs.Split('>'))
        {
            last = string.Join(" ", list.Of(run.Where(c => c != ' ').Select(c => users[c])));
        }

        last.ShouldBe(expected);
    }

    [Fact]
    public void TwoThingsOfOneName_AreRefused_AndTheNextRunIsWhole()
    {
        NamedList<string, string> list = new(user => user.Split(' '), s => s.ToUpperInvariant());
        list.Of(["a b"]).ShouldBe(["a", "b"]);

        Should.Throw<InvalidOperationException>(() => list.Of(["a b", "c A"])).Message.ShouldBe("Two different things are named A.");

        list.Of(["d b"]).ShouldBe(["b", "d"]);
    }

    [Theory]
    [InlineData("ab bc > bc", "c b")]
    [InlineData("ab bc > ab", "a b")]
    [InlineData("ab bc > ab cd", "a b c d")]
    [InlineData("ab bc cd > ad", "a d")]
    public void WhatAnotherNeedsAsWell_Stays(string runs, string expected)
    {
        Dictionary<string, Word> users = runs.Split(' ', '>').Distinct().ToDictionary(w => w, w => new Word(w));
        NamedList<Word, string> list = new(word => word.Letters, s => s);

        string last = "";
        foreach (string run in runs.Split('>'))
        {
            last = string.Join(" ", list.Of(run.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => users[w])));
        }

        last.ShouldBe(expected);
    }

    /// <summary>After any edits the list holds what is needed, each once, and what stays has moved only to fill a gap.</summary>
    [Fact]
    public void AnyEdits_LeaveWhatIsNeeded()
    {
        Random random = new(7);
        Word[] users = [.. Enumerable.Range(0, 40).Select(_ => new Word(string.Concat(Enumerable.Range(0, 5).Select(_ => (char)('a' + random.Next(26))).Distinct())))];
        NamedList<Word, string> list = new(word => word.Letters, s => s);
        IReadOnlyList<string> before = [];
        for (int run = 0; run < 2000; run++)
        {
            Word[] now = [.. users.Where(_ => random.Next(12) == 0)];

            IReadOnlyList<string> after = list.Of(now);

            string[] needed = [.. now.SelectMany(word => word.Letters).Distinct()];
            after.Order().ShouldBe(needed.Order());
            IEnumerable<string> moved = before.Where((letter, place) => needed.Contains(letter) && (place >= after.Count || after[place] != letter));
            moved.Count().ShouldBeLessThanOrEqualTo(Math.Max(0, before.Count - after.Count));
            before = after;
        }
    }

    private sealed record Letter(char Character)
    {
        public string Name => Character.ToString();
    }

    private sealed record Word(string Text)
    {
        public IEnumerable<string> Letters => Text.Select(c => c.ToString());
    }
}

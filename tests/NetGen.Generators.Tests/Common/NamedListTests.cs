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
        NamedList<string> list = new(s => s);

        string last = "";
        foreach (string run in runs.Split('>'))
        {
            last = string.Join(" ", list.Of(run.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        }

        last.ShouldBe(expected);
    }

    [Fact]
    public void TwoThingsOfOneName_AreRefused() =>
        Should.Throw<InvalidOperationException>(() => new NamedList<string>(s => s.ToUpperInvariant()).Of(["a", "A"])).Message.ShouldBe("Two different things are named A.");
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.CodeFixes.Tests.Support;
using Shouldly;

namespace NetGen.CodeFixes.Tests;

/// <summary>
/// <c>dotnet format</c> takes the rules in the order of a hash table, which is another one in each process: what comes out must not depend on it.
/// </summary>
public sealed class AnyOrderTests
{
    private static readonly IReadOnlyDictionary<string, LayerCodeFix> s_fixes = typeof(LayerCodeFix).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(LayerCodeFix)))
        .Select(t => (LayerCodeFix)Activator.CreateInstance(t)!)
        .SelectMany(f => f.FixableDiagnosticIds.Select(id => (Id: id, Fix: f)))
        .GroupBy(p => p.Id)
        .ToDictionary(g => g.Key, g => g.First().Fix, StringComparer.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task TheSameComesOut_WhicheverRuleIsFixedFirst(int seed)
    {
        string[] order = [.. s_fixes.Keys.Order(StringComparer.Ordinal)];
        new Random(seed).Shuffle(order);
        (await Fix(NineMistakes.Broken, order)).ShouldBe(NineMistakes.Mended, string.Join(" ", order));
        (await Fix(NineMistakes.Broken, order.Reverse())).ShouldBe(NineMistakes.Mended, "backwards " + string.Join(" ", order));
    }

    /// <summary>What two rounds over the rules make of a text, each of all faults that are there when its turn comes.</summary>
    private static async Task<string> Fix(string text, IEnumerable<string> order)
    {
        foreach (string id in order.Concat(order))
        {
            Document document = EditorProject.Open(text);
            ImmutableArray<Diagnostic> found = await EditorProject.Diagnose(document);
            if (found.Any(d => d.Id == id))
            {
                text = await EditorProject.ApplyAll(document, s_fixes[id], id, await Likeliest(document, s_fixes[id], found.First(d => d.Id == id)), found);
            }
        }

        return text;
    }

    private static async Task<string?> Likeliest(Document document, LayerCodeFix fix, Diagnostic diagnostic) =>
        (await EditorProject.Offers(document, fix, diagnostic)).FirstOrDefault()?.EquivalenceKey;
}

using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;
using NetGen.Generators.Tests.Support;
using NetGen.Tests;
using Shouldly;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Descriptors, pages and the release file say the same.</summary>
public class RulePageTests
{
    private static readonly string s_generators = Repository.PathOf("generators");

    public static TheoryData<string> Ids => [.. Rules.All.Select(r => r.Id)];

    /// <summary>What would be NG0067 is NG0056.</summary>
    [Fact]
    public void Numbers_GoUpWithoutGaps() =>
        Rules.All.Select(r => r.Id).ShouldBe(Enumerable.Range(1, Rules.All.Count + 1).Where(i => i != 67).Select(i => $"NG{i:0000}"));

    [Fact]
    public void Pages_AreThoseOfTheRules() =>
        Directory.GetFiles(Path.Combine(s_generators, "docs"), "NG*.md")
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal)
            .ShouldBe(Rules.All.Select(r => r.Id));

    [Fact]
    public void ReleaseFiles_ListTheRules()
    {
        string[] rows =
        [
            .. new[] { "Shipped", "Unshipped" }
                .SelectMany(f => File.ReadAllLines(Path.Combine(s_generators, "NetGen.Generators", $"AnalyzerReleases.{f}.md")))
                .Where(l => l.StartsWith("NG", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        rows.ShouldBe(Rules.All.Select(r => $"{r.Id} | {r.Category} | {r.DefaultSeverity} | {r.Title}, [page](../docs/{r.Id}.md)"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_HasTitleAndSections(string id)
    {
        DiagnosticDescriptor rule = Rules.Get(id);
        string page = Page(id);
        page.ShouldStartWith($"# {id}: {rule.Title}\n\nA{Word(rule.DefaultSeverity)} of the category {rule.Category}.\n");
        Headings(page).ShouldBe(["## Wrong", "## Right", "## How to fix it"]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Examples_BreakTheRuleAndKeepIt(string id)
    {
        string page = Page(id);
        if (Code(page, "## Wrong") is not { } wrong)
        {
            // The rule is about the project file.
            page.ShouldContain("```xml");
            return;
        }

        // Examples are imitated, so that there is nothing to suggest of the right ones either.
        Analysis.Run(Sources.Compile(wrong), advice: Rules.Get(id).Category == Rules.Advice).Select(d => d.Id).ShouldBe([id]);
        Analysis.Advises(Code(page, "## Right").ShouldNotBeNull());
    }

    /// <summary>The rule is the only error that the user sees: what the generator writes for such a model compiles.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void WrongExample_StillCompiles(string id)
    {
        if (Code(Page(id), "## Wrong") is { } wrong)
        {
            // What C# itself refuses stays refused, in the same words.
            string[] own = [.. Sources.Compile(wrong).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString())];
            own.Length.ShouldBeLessThanOrEqualTo(id is "NG0054" or "NG0055" ? 2 : 0);
            Models.ErrorsAfterGeneration(Sources.Compile(wrong)).Select(d => d.ToString()).ShouldBe(own);
        }
    }

    private static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "n error",
        DiagnosticSeverity.Warning => " warning",
        _ => " suggestion",
    };

    private static string Page(string id) => File.ReadAllText(Path.Combine(s_generators, "docs", id + ".md"));

    private static IEnumerable<string> Headings(string page) => page.Split('\n').Where(l => l.StartsWith("## ", StringComparison.Ordinal));

    private static string? Code(string page, string heading)
    {
        const string Fence = "\n\n```csharp\n";
        int start = page.IndexOf(heading + Fence, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        start += heading.Length + Fence.Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}

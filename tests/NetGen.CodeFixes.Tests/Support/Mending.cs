using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Shouldly;

namespace NetGen.CodeFixes.Tests.Support;

/// <summary>Checks fixes on texts: <c>using NetGen;</c> stands before each.</summary>
internal static class Mending
{
    private const string Head = "using NetGen;\n";

    /// <summary>Asserts what the first diagnostic of a rule becomes by each fix that is offered, and that it then has no error any more.</summary>
    public static Task Offers(CodeFixProvider provider, string id, string source, params (string Title, string Fixed)[] expected) => Offers(provider, id, source, [], expected);

    /// <summary>The same where other errors are left, which the fixed one hid.</summary>
    public static async Task Offers(CodeFixProvider provider, string id, string source, string[] left, params (string Title, string Fixed)[] expected)
    {
        Document document = EditorProject.Open(Head + source);
        Diagnostic first = (await EditorProject.Diagnose(document)).First(d => d.Id == id);
        IReadOnlyList<CodeAction> actions = await EditorProject.Offers(document, provider, first);
        actions.Select(a => a.Title).ShouldBe(expected.Select(e => e.Title));
        foreach ((CodeAction action, (string title, string mended)) in actions.Zip(expected))
        {
            string text = await EditorProject.Apply(document, action);
            text.ShouldBe(Head + mended, title);
            (await EditorProject.Errors(text)).Select(e => e.Id).ShouldBe(left, title);
        }
    }

    /// <summary>Asserts that nothing is offered for the first diagnostic of a rule.</summary>
    public static Task OffersNothing(CodeFixProvider provider, string id, string source) => Offers(provider, id, source, left: []);

    /// <summary>Asserts what a text becomes where all faults of a rule are mended in the manner of the first's first fix, and that it then has no error any more.</summary>
    public static async Task FixesAll(CodeFixProvider provider, string id, string source, string expected, int offer = 0)
    {
        Document document = EditorProject.Open(Head + source);
        ImmutableArray<Diagnostic> found = await EditorProject.Diagnose(document);
        CodeAction action = (await EditorProject.Offers(document, provider, found.First(d => d.Id == id)))[offer];
        string text = await EditorProject.ApplyAll(document, provider, id, action.EquivalenceKey, found);
        text.ShouldBe(Head + expected);
        (await EditorProject.Errors(text)).ShouldBeEmpty();
    }
}

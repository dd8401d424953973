using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using NetGen.CodeFixes.Tests.Support;
using Shouldly;

namespace NetGen.CodeFixes.Tests;

/// <summary>What an editor's own completion offers that has found our provider in the package's assemblies. The caret stands at the <c>$</c>.</summary>
public sealed class CompletionTests
{
    private const string Layers = "[Input(3, 8, 8)] [Input(5, Name = \"style\")]\n[Conv(8, 3, Pad = 1)] [Tag(\"a\")] [MaxPool(2)] [Tag(\"b b\")] ";
    private const string Class = "\n[Tag(\"late\")]\npublic sealed partial class Net;";

    [Theory]
    [InlineData("[Add(\"$\")]")]
    [InlineData("[From(\"$\")]")]
    [InlineData("[Multiply(tag: \"x$\")]")]
    [InlineData("[Concat(\"$ ")]
    [InlineData("[Add(\"$")]
    [InlineData("[RoIPool(2, 2, \"$\")]")]
    [InlineData("[MaxUnpool(\"$\")]")]
    [InlineData("[LSTM(4, InitialState = \"$\")]")]
    [InlineData("[GRU(4, Lengths = \"$\")]")]
    [InlineData("[GlobalMaxPool(Lengths = \"$\")]")]
    [InlineData("[CTC(Lengths = \"$\")]")]
    public async Task TheTagsBefore_AreOffered_WithTheirShapes(string reader)
    {
        (Document document, int caret) = Open(Layers + reader + Class);
        (await Items(document, caret)).Select(i => (i.DisplayText, i.InlineDescription)).ShouldBe([("a", "(8, 8, 8)"), ("b b", "(8, 4, 4)"), ("style", "(5)")]);
    }

    [Fact]
    public async Task ATagThatIsRead_IsNotOfferedAgain()
    {
        (Document document, int caret) = Open(Layers + "[Concat(\"a\", \"$\")]" + Class);
        (await Items(document, caret)).Select(i => i.DisplayText).ShouldBe(["b b", "style"]);
    }

    [Theory]
    [InlineData("[Tag(\"$\")]")]
    [InlineData("[Add(\"a\", Name = \"$\")]")]
    [InlineData("[LSTM(4, Name = \"$\")]")]
    [InlineData("[Add($\"a\")]")]
    [InlineData("[Add(\"a\"$)]")]
    [InlineData("[System.Obsolete(\"$\")]")]
    public async Task Elsewhere_NothingIsOffered(string reader)
    {
        (Document document, int caret) = Open(Layers + reader + Class);
        (await Items(document, caret)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[Add(\"$\")]", "[Add(\"b b\")]")]
    [InlineData("[Add(\"b$ b\")]", "[Add(\"b b\")]")]
    [InlineData("[Add(\"b$", "[Add(\"b b\"")]
    [InlineData("[Add(\"$)]", "[Add(\"b b\")]")]
    public async Task ATag_ReplacesWhatIsWritten(string reader, string expected)
    {
        (Document document, int caret) = Open(Layers + reader + Class);
        CompletionItem item = (await Items(document, caret)).Single(i => i.DisplayText == "b b");
        CompletionChange change = await Service(document).GetChangeAsync(document, item);
        (await document.GetTextAsync()).WithChanges(change.TextChange).ToString().ShouldBe("using NetGen;\n" + Layers + expected + Class);
    }

    private static async Task<IReadOnlyList<CompletionItem>> Items(Document document, int caret)
    {
        CompletionList list = await Service(document).GetCompletionsAsync(document, caret);
        return [.. list.ItemsList.Where(i => i.Properties.ContainsKey("NetGen"))];
    }

    private static CompletionService Service(Document document) => CompletionService.GetService(document).ShouldNotBeNull();

    private static (Document Document, int Caret) Open(string source)
    {
        string text = "using NetGen;\n" + source;
        int caret = text.IndexOf('$', StringComparison.Ordinal);
        return (EditorProject.Open(text.Remove(caret, 1), BuiltAssemblies.References), caret);
    }
}

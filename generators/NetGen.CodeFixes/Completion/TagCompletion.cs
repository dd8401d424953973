using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Tags;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Models;
using NetGen.CodeFixes.Text;
using NetGen.Generators.Parsing;

namespace NetGen.CodeFixes.Completion;

/// <summary>Offers the tags that are known at a place, each with its value's shape, inside <c>Add("…")</c>, <c>From("…")</c>, <c>Concat("…")</c> and whatever else reads tags.</summary>
[ExportCompletionProvider(nameof(TagCompletion), LanguageNames.CSharp), Shared]
internal sealed class TagCompletion : CompletionProvider
{
    /// <summary>A property of all items that are ours.</summary>
    private const string Mark = "NetGen";

    private static readonly CompletionItemRules s_rules = CompletionItemRules.Default.WithSelectionBehavior(CompletionItemSelectionBehavior.SoftSelection);

    public override bool ShouldTriggerCompletion(SourceText text, int caretPosition, CompletionTrigger trigger, OptionSet options) =>
        trigger.Kind is CompletionTriggerKind.Invoke or CompletionTriggerKind.InvokeAndCommitIfUnique
        || (trigger.Kind == CompletionTriggerKind.Insertion && (trigger.Character == '"' || char.IsLetterOrDigit(trigger.Character)));

    public override async Task ProvideCompletionsAsync(CompletionContext context)
    {
        CancellationToken cancellation = context.CancellationToken;
        if (await context.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || LiteralAt(root, context.Position) is not { } literal
            || literal.FirstAncestorOrSelf<AttributeSyntax>() is not { } reader
            || literal.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { } argument
            || !LayerKinds.IsTag(argument.NameEquals?.Name.Identifier.ValueText)
            || reader.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || await context.Document.Project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not CSharpCompilation compilation
            || LayeredType.Of(compilation, declaration, cancellation) is not { } type
            || type.IndexOf(reader) is not (>= 0 and var index)
            || !LayerKinds.ReadsTags(LayerAttributes.Kind(type.Data[index].AttributeClass!)))
        {
            return;
        }

        Network? network = Network.Before(type.Model, index);
        foreach (string tag in TagNames.Before(type, reader.SpanStart).Where(t => TagNames.Literal(reader, t) is not { } used || used == literal))
        {
            string shape = network?.Tagged(tag) is { } value ? $"{network.ShapeOf(value)}" : "";
            context.AddItem(CompletionItem.Create(
                tag,
                inlineDescription: shape,
                properties: ImmutableDictionary<string, string>.Empty.Add(Mark, ""),
                tags: [WellKnownTags.Constant],
                rules: s_rules));
        }

        // Inside the text of a tag there is nothing else to say.
        context.IsExclusive = true;
    }

    public override async Task<CompletionChange> GetChangeAsync(Document document, CompletionItem item, char? commitKey, CancellationToken cancellationToken)
    {
        // The whole text is replaced, as a tag may have parts that are no words; and closed where its second quote is not written yet.
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is not null && LiteralAt(root, item.Span.End) is { } literal)
        {
            string tag = ArgumentChanges.Literal(item.DisplayText);
            return CompletionChange.Create(new TextChange(Span(literal), tag), literal.SpanStart + tag.Length - 1);
        }

        return CompletionChange.Create(new TextChange(item.Span, item.DisplayText));
    }

    /// <summary>The plain text that a place is inside of.</summary>
    private static LiteralExpressionSyntax? LiteralAt(SyntaxNode root, int position)
    {
        SyntaxToken token = root.FindToken(Math.Max(0, position - 1));
        return token.IsKind(SyntaxKind.StringLiteralToken) && token.SpanStart < position && token.Text.StartsWith("\"", StringComparison.Ordinal)
            && (position < token.Span.End || !IsClosed(token))
            ? token.Parent as LiteralExpressionSyntax
            : null;
    }

    /// <summary>A text that is not closed reaches to the line's end for the compiler; a word is taken as meant.</summary>
    private static TextSpan Span(LiteralExpressionSyntax literal)
    {
        SyntaxToken token = literal.Token;
        int length = IsClosed(token) ? token.Span.Length : 1 + token.Text.Skip(1).TakeWhile(c => char.IsLetterOrDigit(c) || c == '_').Count();
        return new TextSpan(token.SpanStart, length);
    }

    private static bool IsClosed(SyntaxToken token) => token.Text.Length > 1 && token.Text.EndsWith("\"", StringComparison.Ordinal);
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Models;
using NetGen.CodeFixes.Text;
using NetGen.Generators.Parsing;

namespace NetGen.CodeFixes.Fixes;

/// <summary>Corrects a tag that nobody declared to the nearest known one, gives it as a name to an input that has none, or declares it where its value fits (NG0015).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TagFix)), Shared]
internal sealed class TagFix : LayerCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("NG0015");

    public override IEnumerable<Fix> Find(Fault fault)
    {
        LayeredType type = fault.Type;
        if (fault.Attribute is not { } reader || type.IndexOf(reader) < 0 || Unknown(fault, reader) is not { } literal)
        {
            yield break;
        }

        string written = literal.Token.ValueText;
        if (InputNames.Meant(type, reader, written) is { } near)
        {
            yield return new Fix($"Read \"{near}\"", "NetGen.SpellTag", new TextChange(literal.Span, ArgumentChanges.Literal(near)));
        }

        if (string.IsNullOrWhiteSpace(written) || TagNames.Taken(type).Contains(written, StringComparer.Ordinal))
        {
            yield break;
        }

        if (InputNames.Nameless(type).FirstOrDefault(i => i.SpanStart < reader.SpanStart) is { } input
            && ArgumentChanges.Set(type.Text, input, ("Name", ArgumentChanges.Literal(written))) is { } named
            && type.IsMended(fault.Id, reader, named))
        {
            yield return new Fix($"Name the input \"{written}\"", "NetGen.NameInput", named);
        }

        if (MissingTag.Declare(type, reader, written, fault.Id) is { } declared)
        {
            yield return new Fix($"Declare [Tag(\"{written}\")]", "NetGen.DeclareTag", declared);
        }
    }

    /// <summary>The text that names no tag: that which the diagnostic is on, or the first.</summary>
    private static LiteralExpressionSyntax? Unknown(Fault fault, AttributeSyntax reader)
    {
        IReadOnlyList<string> known = TagNames.Before(fault.Type, reader.SpanStart);
        LiteralExpressionSyntax[] unknown =
        [
            .. reader.ArgumentList?.Arguments
                .Where(a => LayerKinds.IsTag(a.NameEquals?.Name.Identifier.ValueText))
                .SelectMany(a => a.DescendantNodes().OfType<LiteralExpressionSyntax>())
                .Where(l => l.Token.Value is string tag && !known.Contains(tag, StringComparer.Ordinal)) ?? [],
        ];
        return unknown.FirstOrDefault(u => u.Span.OverlapsWith(fault.Node.Span) && fault.Node is not AttributeSyntax) ?? unknown.FirstOrDefault();
    }
}

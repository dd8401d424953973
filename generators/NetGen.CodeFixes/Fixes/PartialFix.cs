using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.CodeFixes.Fixes;

/// <summary>Makes a model and the types around it partial (NG0001, NG0003).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PartialFix)), Shared]
internal sealed class PartialFix : LayerCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("NG0001", "NG0003");

    public override IEnumerable<Fix> Find(Fault fault)
    {
        TypeDeclarationSyntax[] types = [.. fault.Type.Declaration.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(t => !t.Modifiers.Any(SyntaxKind.PartialKeyword))];
        if (types.Length > 0)
        {
            string names = string.Join(" and ", types.AsEnumerable().Reverse().Select(t => t.Identifier.Text));
            yield return new Fix($"Make {names} partial", "NetGen.Partial", [.. types.Select(t => new TextChange(new TextSpan(t.Keyword.SpanStart, 0), "partial ")).OrderBy(c => c.Span.Start)]);
        }
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Models;
using NetGen.CodeFixes.Text;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.CodeFixes;

/// <summary>
/// Mends all faults of a file one after the other, each in the text that the one before left: fixes of one model depend on each other, as shapes do, and meet
/// in one list of attributes. Merged afterwards, as the compiler's own provider does it, they would conflict and some be dropped.
/// A fault that cannot be mended in the chosen manner is mended in its likeliest.
/// </summary>
internal sealed class LayerFixAll(LayerCodeFix provider) : DocumentBasedFixAllProvider
{
    /// <summary>A guard alone: every fix takes a fault away, and shows at most those behind it.</summary>
    private const int MostFixes = 10_000;

    protected override async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        if (await document.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is not CSharpCompilation compilation
            || await document.GetSyntaxTreeAsync(context.CancellationToken).ConfigureAwait(false) is not { } tree)
        {
            return null;
        }

        Queue<(string Id, TextSpan Span)> left = new(diagnostics.OrderBy(d => d.Location.SourceSpan.Start).Select(d => (d.Id, d.Location.SourceSpan)));
        HashSet<string> seen = [];
        for (int i = 0; left.Count > 0 && i < MostFixes; i++)
        {
            (string id, TextSpan span) = left.Dequeue();
            if (Fault.At(compilation, tree, id, span, context.CancellationToken) is not { } fault || Choose(fault, context.CodeActionEquivalenceKey) is not { } fix)
            {
                continue;
            }

            SyntaxTree changed = tree.WithChangedText(fault.Type.Text.WithChanges(fix.Changes));
            compilation = compilation.ReplaceSyntaxTree(tree, changed);
            tree = changed;
            left = new(left.Select(l => (l.Id, fix.Changes.Move(l.Span))));
            if (Next(fault, fix, compilation, tree) is { } next && !left.Any(l => l.Span.OverlapsWith(next.Span)) && seen.Add(tree.GetText(context.CancellationToken).ToString()))
            {
                left.Enqueue(next);
            }
        }

        return document.WithText(await tree.GetTextAsync(context.CancellationToken).ConfigureAwait(false));
    }

    private Fix? Choose(Fault fault, string? key)
    {
        Fix[] fixes = [.. provider.Find(fault)];
        return fixes.FirstOrDefault(f => f.Key == key) ?? fixes.FirstOrDefault();
    }

    /// <summary>The first error of the same kind that is left in the model: with the fixed one it hid. Errors cannot be suppressed, so nobody minds.</summary>
    private static (string Id, TextSpan Span)? Next(Fault fault, Fix fix, CSharpCompilation compilation, SyntaxTree tree)
    {
        int place = fix.Changes.Move(fault.Type.Declaration.Identifier.SpanStart);
        if (Rules.All.Any(r => r.Id == fault.Id && r.DefaultSeverity == DiagnosticSeverity.Error)
            && tree.GetRoot(fault.Cancellation).FindToken(place).Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            && LayeredType.Of(compilation, declaration, fault.Cancellation) is { } type
            && type.Problems.FirstOrDefault(p => p.Id == fault.Id && p.Layer >= 0) is { } problem)
        {
            return (problem.Id, type.Layers[problem.Layer].Span);
        }

        return null;
    }
}

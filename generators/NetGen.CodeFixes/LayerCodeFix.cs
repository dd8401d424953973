using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.CodeFixes;

/// <summary>Offers fixes of faults of models. They are changes of text, so that nobody's formatting suffers.</summary>
internal abstract class LayerCodeFix : CodeFixProvider
{
    public sealed override FixAllProvider GetFixAllProvider() => new LayerFixAll(this);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Document document = context.Document;
        if (await document.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is not CSharpCompilation compilation
            || await document.GetSyntaxTreeAsync(context.CancellationToken).ConfigureAwait(false) is not { } tree)
        {
            return;
        }

        SourceText text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (Fault.At(compilation, tree, diagnostic.Id, diagnostic.Location.SourceSpan, context.CancellationToken) is { } fault)
            {
                foreach (Fix fix in Find(fault))
                {
                    context.RegisterCodeFix(CodeAction.Create(fix.Title, _ => Task.FromResult(document.WithText(text.WithChanges(fix.Changes))), fix.Key), diagnostic);
                }
            }
        }
    }

    /// <summary>The fixes of a fault, the likeliest first; none where it is mended already.</summary>
    public abstract IEnumerable<Fix> Find(Fault fault);

    protected static ImmutableArray<string> Ids(params string[] ids) => [.. ids];
}

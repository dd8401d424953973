using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Models;

namespace NetGen.CodeFixes;

/// <summary>A diagnostic's rule and place in a class as it is now; messages are for people, so nothing is read from them.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Type">The class whose attributes or name it is shown on.</param>
/// <param name="Node">The innermost node under it.</param>
/// <param name="Cancellation">Whether nobody waits for a fix any more.</param>
internal sealed record Fault(string Id, LayeredType Type, SyntaxNode Node, CancellationToken Cancellation)
{
    /// <summary>The attribute it is about; null where it is about the class.</summary>
    public AttributeSyntax? Attribute { get; } = Node.FirstAncestorOrSelf<AttributeSyntax>();

    /// <summary>The fault at a place; null where no class is there.</summary>
    public static Fault? At(CSharpCompilation compilation, SyntaxTree tree, string id, TextSpan span, CancellationToken cancellation)
    {
        SyntaxNode root = tree.GetRoot(cancellation);
        if (span.End > root.FullSpan.End)
        {
            return null;
        }

        SyntaxNode node = root.FindNode(span, getInnermostNodeForTie: true);
        return node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration && LayeredType.Of(compilation, declaration, cancellation) is { } type
            ? new Fault(id, type, node, cancellation)
            : null;
    }
}

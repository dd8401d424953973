using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Text;

namespace NetGen.CodeFixes.Models;

/// <summary>
/// Layers on a tagged value that a join alone reads: <c>[Tag("a")]</c> becomes <c>[Tag("a")] [Conv(32, 1)] [Tag("aProjected")] [From("a")]</c>, and the
/// join reads <c>"aProjected"</c>. What comes after the tag is as it was.
/// </summary>
internal static class SideBranch
{
    /// <summary>The changes; null where the tag is no <c>[Tag]</c>, or the join names it by a constant.</summary>
    /// <param name="type">The model.</param>
    /// <param name="join">The layer that joins values.</param>
    /// <param name="tag">The tag whose value the layers read.</param>
    /// <param name="suffix">What the new tag's name ends with.</param>
    /// <param name="layers">The layers, such as <c>Conv(32, 1)</c>.</param>
    public static TextChange[]? Insert(LayeredType type, AttributeSyntax join, string tag, string suffix, params string[] layers)
    {
        if (TagNames.Declaration(type, tag) is not { } declaration || TagNames.Literal(join, tag) is not { } literal)
        {
            return null;
        }

        string name = ArgumentChanges.Literal(TagNames.Free(type, tag + suffix));
        return
        [
            AttributeChanges.InsertAfter(type.Text, declaration, [.. layers, $"Tag({name})", $"From({ArgumentChanges.Literal(tag)})"]),
            new TextChange(literal.Span, name),
        ];
    }
}

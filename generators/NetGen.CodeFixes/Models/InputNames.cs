using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.IR;
using NetGen.Generators.Parsing;

namespace NetGen.CodeFixes.Models;

/// <summary>
/// Brings a further input that has no name together with a tag that nobody declares: the two are one mistake, shown at two places. Both fixes ask here,
/// so that a class comes out the same whichever of them is applied first.
/// </summary>
internal static class InputNames
{
    /// <summary>The inputs behind the first that have no name, so that no layer can read them.</summary>
    public static IEnumerable<AttributeSyntax> Nameless(LayeredType type) =>
        type.Layers
            .Select(l => (Layer: l, Read: type.Read(l)))
            .Where(l => l.Read?.Kind == LayerKinds.Input)
            .Skip(1)
            .Where(l => l.Read is { Name: null })
            .Select(l => l.Layer);

    /// <summary>The first name that a layer reads and nobody has, and that is not a known one misspelt; null where there is none.</summary>
    public static string? Wanted(LayeredType type)
    {
        HashSet<string> taken = new(TagNames.Taken(type), StringComparer.Ordinal);
        return type.Layers
            .Select(l => (Layer: l, Read: type.Read(l)))
            .Where(l => l.Read is { } read && LayerKinds.ReadsTags(read.Kind))
            .SelectMany(l => TagNames.Read(l.Read!).Where(t => !taken.Contains(t) && Meant(type, l.Layer, t) is null))
            .FirstOrDefault();
    }

    /// <summary>The tag known before a layer that an unknown one is likely a misspelling of; null where none is near.</summary>
    public static string? Meant(LayeredType type, AttributeSyntax reader, string written) =>
        Spelling.Nearest(written, [.. TagNames.Before(type, reader.SpanStart).Where(k => TagNames.Literal(reader, k) is null)]);
}

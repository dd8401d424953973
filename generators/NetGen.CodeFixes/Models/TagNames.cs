using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.IR;
using NetGen.Generators.Parsing;

namespace NetGen.CodeFixes.Models;

/// <summary>The tags of a class's layers, as attributes have them.</summary>
internal static class TagNames
{
    /// <summary>The names that a layer gives or takes: tags, names of inputs, of outputs and of layers, none of which may be there twice.</summary>
    public static IEnumerable<string> Taken(LayeredType type) =>
        type.Data.SelectMany(d => new[] { Declared(d), d.NamedArguments.FirstOrDefault(a => a.Key == "Name").Value.Value as string }).OfType<string>();

    /// <summary>The tags that can be read at a place in a class's attributes, in order.</summary>
    public static IReadOnlyList<string> Before(LayeredType type, int place) =>
        [.. type.Layers.Zip(type.Data, (l, d) => (Layer: l, Data: d)).Where(p => p.Layer.Span.End <= place).Select(p => Tag(p.Data)).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>A name that nothing in the class has yet, made of another one.</summary>
    public static string Free(LayeredType type, string name)
    {
        HashSet<string> taken = new(Taken(type), StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(i => i == 1 ? name : name + i).First(n => !taken.Contains(n));
    }

    /// <summary>The text in an attribute that names a tag; null where it is written otherwise, as a constant.</summary>
    public static LiteralExpressionSyntax? Literal(AttributeSyntax attribute, string tag) =>
        attribute.ArgumentList?.Arguments
            .Where(a => LayerKinds.IsTag(a.NameEquals?.Name.Identifier.ValueText))
            .SelectMany(a => a.DescendantNodes().OfType<LiteralExpressionSyntax>())
            .FirstOrDefault(l => l.Token.Value as string == tag);

    /// <summary>The attribute that tags a value with a name; null where it is an input's name, or nobody's.</summary>
    public static AttributeSyntax? Declaration(LayeredType type, string tag)
    {
        int index = type.Data.TakeWhile(d => Kind(d) != LayerKinds.Tag || Declared(d) != tag).Count();
        return index < type.Layers.Length ? type.Layers[index] : null;
    }

    /// <summary>The tags that a layer as the compiler read it asks for.</summary>
    public static IReadOnlyList<string> Read(LayerDeclaration layer) =>
        LayerKinds.ReadsOneTag(layer.Kind) ? [new ArgumentReader(layer).Text("tag")]
            : LayerKinds.IsRecurrent(layer.Kind) ? [.. new ArgumentReader(layer).RecurrentTags().All]
            : LayerKinds.ReadsLengths(layer.Kind) ? (new ArgumentReader(layer).Lengths() is { } lengths ? [lengths] : [])
            : [.. new ArgumentReader(layer).Tags()];

    private static string? Tag(AttributeData data) => Kind(data) switch
    {
        LayerKinds.Tag => Declared(data),
        LayerKinds.Input => data.NamedArguments.FirstOrDefault(a => a.Key == "Name").Value.Value as string,
        _ => null,
    };

    private static string? Declared(AttributeData data) =>
        Kind(data) is LayerKinds.Tag or "Output" && data.ConstructorArguments.Length > 0 ? data.ConstructorArguments[0].Value as string : null;

    private static string Kind(AttributeData data) => data.AttributeClass is { } type ? LayerAttributes.Kind(type) : "";
}

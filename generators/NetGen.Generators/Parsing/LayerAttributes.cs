using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>Finds a class's layer attributes.</summary>
internal static class LayerAttributes
{
    public const string Root = "NetGen";
    /// <summary>The attributes that derive from <c>NetGen.LayerAttribute</c>, in source order.</summary>
    public static ImmutableArray<AttributeData> Of(INamedTypeSymbol type) => type.GetAttributes().Where(a => IsLayer(a.AttributeClass)).ToImmutableArray();

    /// <summary>The layer's kind: <c>Conv</c> for NetGen's own, the full name for attributes from elsewhere, which so match no op.</summary>
    public static string Kind(INamedTypeSymbol attribute)
    {
        string name = attribute.Name.EndsWith(LayerDeclaration.Ending, StringComparison.Ordinal)
            ? attribute.Name.Substring(0, attribute.Name.Length - LayerDeclaration.Ending.Length)
            : attribute.Name;
        return IsRoot(attribute.ContainingNamespace) && attribute.ContainingType is null ? name : attribute.ToDisplayString();
    }

    public static bool IsRoot(INamespaceSymbol? scope) => scope is { Name: Root, ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Whether a class is a layer's attribute.</summary>
    public static bool IsLayer(INamedTypeSymbol? type) => DerivesFrom(type, "LayerAttribute");

    /// <summary>Whether a class is the attribute of a block: layers under one name.</summary>
    public static bool IsBlock(INamedTypeSymbol? type) => DerivesFrom(type, "BlockAttribute");

    private static bool DerivesFrom(INamedTypeSymbol? type, string name)
    {
        for (INamedTypeSymbol? c = type?.BaseType; c is not null; c = c.BaseType)
        {
            if (c.Name == name && IsRoot(c.ContainingNamespace))
            {
                return true;
            }
        }

        return false;
    }
}

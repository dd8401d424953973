using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>Where the parts of a model stand, as long as its symbol is at hand.</summary>
internal sealed class ModelLocations
{
    private readonly Location _name;
    private readonly ImmutableArray<Location> _layers;
    private readonly ImmutableArray<Location> _members;

    private ModelLocations(Location name, ImmutableArray<Location> layers, ImmutableArray<Location> members)
    {
        _name = name;
        _layers = layers;
        _members = members;
    }

    public static ModelLocations Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        SyntaxNode?[] layers = LayerAttributes.Of(type).Select(a => a.ApplicationSyntaxReference?.GetSyntax(cancellation)).ToArray();

        // The name that stands under the layers; a partial class has others.
        Location name = layers[0]?.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()?.Identifier.GetLocation() ?? type.Locations[0];
        return new ModelLocations(
            name,
            [.. layers.Select(l => l?.GetLocation() ?? name)],
            [.. TakenMembers.Of(type).Select(m => m.Locations.FirstOrDefault(l => l.IsInSource) ?? name)]);
    }

    public LocatedModel Locate(ModelDeclaration declaration) => new(
        declaration,
        Place.Of(_name),
        _layers.Select(Place.Of).ToEquatableArray(),
        _members.Select(Place.Of).ToEquatableArray());

    public Location Of(Problem problem) =>
        problem.Member >= 0 ? _members[problem.Member]
        : problem.Layer >= 0 ? _layers[problem.Layer]
        : _name;
}

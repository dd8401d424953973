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
    private readonly ImmutableArray<LayerLocation?> _layers;
    private readonly ImmutableArray<Location> _members;

    private ModelLocations(Location name, ImmutableArray<LayerLocation?> layers, ImmutableArray<Location> members)
    {
        _name = name;
        _layers = layers;
        _members = members;
    }

    public static ModelLocations Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        (AttributeSyntax? Syntax, IMethodSymbol? Constructor)[] layers =
            [.. LayerAttributes.Of(type).Select(a => (a.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax, a.AttributeConstructor))];

        // The name that stands under the layers; a partial class has others.
        Location name = layers[0].Syntax?.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()?.Identifier.GetLocation() ?? type.Locations[0];
        return new ModelLocations(
            name,
            [.. layers.Select(l => l.Syntax is { } syntax ? new LayerLocation(syntax, l.Constructor) : null)],
            [.. TakenMembers.Of(type).Select(m => m.Locations.FirstOrDefault(l => l.IsInSource) ?? name)]);
    }

    public LocatedModel Locate(ModelDeclaration declaration) => new(
        declaration,
        Place.Of(_name),
        _layers.Select(l => l?.Places() ?? new LayerPlaces(Place.Of(_name), EquatableArray<ArgumentPlace>.Empty)).ToEquatableArray(),
        _members.Select(Place.Of).ToEquatableArray());

    public Location Of(Problem problem) =>
        problem.Member >= 0 ? _members[problem.Member]
        : problem.Layer >= 0 ? _layers[problem.Layer]?.Of(problem.Argument) ?? _name
        : _name;
}

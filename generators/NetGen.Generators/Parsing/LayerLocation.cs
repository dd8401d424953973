using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>Where a layer's attribute and its arguments stand, as long as its syntax is at hand.</summary>
/// <param name="syntax">The attribute.</param>
/// <param name="constructor">The constructor it calls; null where C# finds none, and then only arguments written with their names have one.</param>
internal sealed class LayerLocation(AttributeSyntax syntax, IMethodSymbol? constructor)
{
    /// <summary>The attribute's location.</summary>
    public Location Attribute => syntax.GetLocation();

    /// <summary>The places as values.</summary>
    public LayerPlaces Places()
    {
        Place whole = Place.Of(Attribute);
        if (syntax.ArgumentList is not { Arguments.Count: > 0 })
        {
            return new LayerPlaces(whole, EquatableArray<ArgumentPlace>.Empty);
        }

        return new LayerPlaces(whole, Arguments().Select(a => new ArgumentPlace(a.Name, PlaceOf(whole, a.Syntax.Span))).ToEquatableArray());
    }

    /// <summary>The location of an argument; that of the attribute where the argument is not written or none is to blame.</summary>
    public Location Of(string? argument) => Location.Create(syntax.SyntaxTree, Places().Of(argument).Span);

    /// <summary>A place within the attribute's. Most attributes are on one line, where columns are counted on; looking lines up is what costs.</summary>
    private Place PlaceOf(Place whole, TextSpan span)
    {
        if (whole.Lines.Start.Line != whole.Lines.End.Line)
        {
            return Place.Of(Location.Create(syntax.SyntaxTree, span));
        }

        LinePosition start = new(whole.Lines.Start.Line, whole.Lines.Start.Character + span.Start - whole.Span.Start);
        return new Place(whole.Path, span, new LinePositionSpan(start, new LinePosition(start.Line, start.Character + span.Length)));
    }

    /// <summary>The arguments that are written, by name; those of an array one by one.</summary>
    private IEnumerable<(string Name, SyntaxNode Syntax)> Arguments()
    {
        int position = 0;
        foreach (AttributeArgumentSyntax argument in syntax.ArgumentList?.Arguments ?? [])
        {
            if (argument.NameEquals is { Name.Identifier.ValueText: var setting })
            {
                yield return (setting, argument);
                continue;
            }

            IParameterSymbol? parameter = argument.NameColon is { Name.Identifier.ValueText: var name }
                ? constructor?.Parameters.FirstOrDefault(p => p.Name == name)
                : constructor?.Parameters.ElementAtOrDefault(Math.Min(position, constructor.Parameters.Length - 1));
            if (parameter is { IsParams: true })
            {
                int first = constructor!.Parameters.Length - 1;
                if (Elements(argument.Expression) is { } elements)
                {
                    for (int i = 0; i < elements.Count; i++)
                    {
                        yield return (ArgumentNames.Element(parameter.Name, i), elements[i]);
                    }
                }
                else
                {
                    yield return (ArgumentNames.Element(parameter.Name, position - first), argument);
                }
            }
            else if (parameter is not null || argument.NameColon is not null)
            {
                yield return (parameter?.Name ?? argument.NameColon!.Name.Identifier.ValueText, argument);
            }

            position++;
        }
    }

    private static SeparatedSyntaxList<ExpressionSyntax>? Elements(ExpressionSyntax expression) => expression switch
    {
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        _ => null,
    };
}

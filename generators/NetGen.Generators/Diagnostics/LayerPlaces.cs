using Microsoft.CodeAnalysis.Text;
using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Diagnostics;

/// <summary>Where a layer's attribute and its arguments stand.</summary>
/// <param name="Attribute">The whole attribute.</param>
/// <param name="Arguments">The arguments that are written.</param>
internal readonly record struct LayerPlaces(Place Attribute, EquatableArray<ArgumentPlace> Arguments)
{
    /// <summary>The place of an argument; that of the attribute where the argument is not written or none is to blame.</summary>
    public Place Of(string? argument)
    {
        if (argument is not null)
        {
            foreach (string name in ArgumentNames.Candidates(argument))
            {
                foreach (ArgumentPlace written in Arguments)
                {
                    if (written.Name == name)
                    {
                        return written.Place;
                    }
                }
            }

            // An array whose elements are arguments of their own is all of them.
            ArgumentPlace[] elements = [.. Arguments.Where(a => ArgumentNames.IsElement(a.Name, argument))];
            if (elements.Length > 0)
            {
                Place first = elements[0].Place;
                Place last = elements[elements.Length - 1].Place;
                return new Place(first.Path, TextSpan.FromBounds(first.Span.Start, last.Span.End), new LinePositionSpan(first.Lines.Start, last.Lines.End));
            }
        }

        return Attribute;
    }
}

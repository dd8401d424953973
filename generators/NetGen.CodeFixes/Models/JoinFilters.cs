using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Text;
using NetGen.Generators.IR;

namespace NetGen.CodeFixes.Models;

/// <summary>Gives the last layer that decides on the channels of a value another number of them.</summary>
internal static class JoinFilters
{
    private static readonly string[] s_parameters = ["filters", "units"];

    /// <summary>The change of <c>filters</c> or <c>units</c>; null where the value's channels come from elsewhere.</summary>
    public static TextChange[]? Set(LayeredType type, Network network, int channels)
    {
        foreach (Node node in network.Path(network.Current))
        {
            if (node.Inputs.Count != 1)
            {
                return null;
            }

            AttributeSyntax attribute = type.Layers[node.Layer];
            if (type.Data[node.Layer].AttributeConstructor is { } constructor
                && constructor.Parameters.FirstOrDefault(p => s_parameters.Contains(p.Name, StringComparer.Ordinal)) is { } parameter)
            {
                return attribute.Positional(parameter.Name, parameter.Ordinal) is { } argument
                    ? [new TextChange(argument.Expression.Span, channels.ToString(CultureInfo.InvariantCulture))]
                    : null;
            }
        }

        return null;
    }
}

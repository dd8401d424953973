using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Text;
using NetGen.Generators.IR;

namespace NetGen.CodeFixes.Models;

/// <summary>Finds the value that a tag was meant for.</summary>
internal static class MissingTag
{
    /// <summary>What a block of layers is not thought to reach over.</summary>
    private static readonly HashSet<string> s_ends = ["Input", "Tag", "From", "Output", "Add", "Multiply", "Concat", "Prepend", "MaxPool", "AvgPool"];

    private static readonly HashSet<string> s_activations = ["ReLU", "ReLU6", "LeakyReLU", "PReLU", "ELU", "GELU", "SiLU", "HardSwish", "Softplus", "Sigmoid", "Tanh"];

    /// <summary>
    /// A tag at the beginning of the layers that lead to its reader: behind the last join, pool, tag or input before it and the activation that belongs to that,
    /// or at the first place after that whose value fits, as for a residual block; or else at the last one before that, as for the other half of a U-Net.
    /// Null where none fits.
    /// </summary>
    public static TextChange[]? Declare(LayeredType type, AttributeSyntax reader, string tag, string id)
    {
        if (type.Model is not { } model)
        {
            return null;
        }

        int end = type.IndexOf(reader);
        int start = end;
        while (start > 0 && !s_ends.Contains(Kind(start - 1)))
        {
            start--;
        }

        while (start < end && s_activations.Contains(Kind(start)))
        {
            start++;
        }

        // Directly before its reader it would name the value that is read anyway.
        IEnumerable<int> places = Enumerable.Range(start, end - start).Concat(Enumerable.Range(1, Math.Max(0, start - 1)).Reverse());
        return places
            .Select(i => new[] { AttributeChanges.InsertBefore(type.Text, type.Layers[i], $"Tag({ArgumentChanges.Literal(tag)})") })
            .FirstOrDefault(changes => type.IsMended(id, reader, changes));

        string Kind(int index) => model.Layers.FirstOrDefault(l => l.Index == index) is { } layer ? layer.Kind : "";
    }
}

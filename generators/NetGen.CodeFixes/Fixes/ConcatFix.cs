using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Models;
using NetGen.CodeFixes.Text;
using NetGen.Generators.IR;

namespace NetGen.CodeFixes.Fixes;

/// <summary>Makes feature vectors of the images that a concatenation has among vectors (NG0031): of the current value and on the branches of tagged ones.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConcatFix)), Shared]
internal sealed class ConcatFix : LayerCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("NG0031");

    public override IEnumerable<Fix> Find(Fault fault)
    {
        if (fault.Attribute is not { } join || fault.Type.Read(join) is not { } layer || Network.Before(fault.Type.Model, fault.Type.IndexOf(join)) is not { } network)
        {
            yield break;
        }

        foreach ((string kind, string suffix) in new[] { (LayerKinds.Flatten, "Flat"), (LayerKinds.GlobalAvgPool, "Pooled") })
        {
            if (Changes(fault.Type, join, layer, network, kind, suffix) is { } changes && fault.Type.IsMended(fault.Id, join, changes))
            {
                yield return new Fix($"Put [{kind}] after the image", "NetGen." + kind, changes);
            }
        }
    }

    private static TextChange[]? Changes(LayeredType type, AttributeSyntax join, LayerDeclaration layer, Network network, string kind, string suffix)
    {
        List<TextChange> changes = [];
        foreach (string tag in TagNames.Read(layer).Where(t => network.Tagged(t) is { } value && IsImage(network.ShapeOf(value))).Distinct(StringComparer.Ordinal))
        {
            if (SideBranch.Insert(type, join, tag, suffix, kind) is not { } branch)
            {
                return null;
            }

            changes.AddRange(branch);
        }

        if (IsImage(network.CurrentShape))
        {
            changes.Add(AttributeChanges.InsertBefore(type.Text, join, kind));
        }

        return [.. changes.OrderBy(c => c.Span.Start)];
    }

    private static bool IsImage(Shape? shape) => shape is { Kind: ShapeKinds.Image };
}

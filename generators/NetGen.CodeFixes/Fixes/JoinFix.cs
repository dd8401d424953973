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

/// <summary>
/// Makes values fit that are to be joined (NG0030): padding that keeps sizes on the way, filters of the last convolution as the tagged value has them, both, or
/// a projection of the tagged value by a 1×1 convolution (He et al. 2015, section 3.3, option B).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(JoinFix)), Shared]
internal sealed class JoinFix : LayerCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("NG0030");

    public override IEnumerable<Fix> Find(Fault fault)
    {
        LayeredType type = fault.Type;
        if (fault.Attribute is not { } join
            || type.Read(join) is not { } layer
            || Network.Before(type.Model, type.IndexOf(join)) is not { CurrentShape: { } current } network)
        {
            yield break;
        }

        (string Tag, int Value, Shape Shape)? other = TagNames.Read(layer)
            .Select(t => (Tag: t, Value: network.Tagged(t)))
            .Where(t => t.Value is { } value && network.ShapeOf(value) is { } shape && shape != current)
            .Select(t => ((string, int, Shape)?)(t.Tag, t.Value!.Value, network.ShapeOf(t.Value.Value)!.Value))
            .FirstOrDefault();
        if (other is not ({ } tag, var tagged, var needed))
        {
            yield break;
        }

        TextChange[]? pads = Pads(type, network, tagged);
        TextChange[]? filters = current.Channels == needed.Channels || layer.Kind == LayerKinds.Concat ? null : JoinFilters.Set(type, network, needed.Channels);
        TextChange[]? both = pads is null || filters is null ? null : [.. pads.Concat(filters).OrderBy(c => c.Span.Start)];
        string[] projection = layer.Kind is LayerKinds.Concat or LayerKinds.Prepend ? [] : Projection.Layers(network, needed, current);
        (string Title, string Key, TextChange[]? Changes)[] fixes =
        [
            ("Add the padding that keeps the size", "NetGen.KeepSize", pads),
            ($"Set the last layer before it to {needed.Channels} channels", "NetGen.Filters", filters),
            ($"Add the padding that keeps the size, and set the last layer before it to {needed.Channels} channels", "NetGen.KeepSizeAndFilters", both),
            ($"Project \"{tag}\" by {string.Join(" ", projection.Select(p => $"[{p}]"))}", "NetGen.Project", projection.Length == 0 ? null : SideBranch.Insert(type, join, tag, "Projected", projection)),
        ];
        foreach ((string title, string key, TextChange[]? changes) in fixes)
        {
            if (changes is not null && type.IsMended(fault.Id, join, changes))
            {
                yield return new Fix(title, key, changes);
            }
        }
    }

    /// <summary>Padding for all windows that lose pixels on the way from where the two values part; null where there are none.</summary>
    private static TextChange[]? Pads(LayeredType type, Network network, int tagged)
    {
        int[] own = [.. network.Path(network.Current).Select(n => n.Id)];
        int[] others = [.. network.Path(tagged).Select(n => n.Id)];
        Node[] apart = [.. own.Except(others).Concat(others.Except(own)).Select(id => network.Nodes[id]).Where(n => n.Block.Length == 0 && !n.IsInput)];
        TextChange[] changes =
        [
            .. apart
                .GroupBy(n => n.Layer)
                .Select(g => (Attribute: type.Layers[g.Key], Window: Padding.WindowOf(g.First().Spec)))
                .Where(w => w.Window is { } window && Padding.Keeping(window) is { } pad && (window.PadY < pad.Y || window.PadX < pad.X))
                .SelectMany(w => Padding.Set(type.Text, w.Attribute, Padding.Keeping(w.Window!.Value)!.Value))
                .OrderBy(c => c.Span.Start),
        ];
        return changes.Length == 0 ? null : changes;
    }
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Models;
using NetGen.Generators.IR;

namespace NetGen.CodeFixes.Fixes;

/// <summary>Adds the padding with which a kernel fits on its image (NG0024): what keeps the size, or the least.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KernelFix)), Shared]
internal sealed class KernelFix : LayerCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("NG0024");

    public override IEnumerable<Fix> Find(Fault fault)
    {
        if (fault.Attribute is not { } layer
            || fault.Type.IndexOf(layer) is not (>= 0 and var index)
            || Network.Before(fault.Type.Model, index) is not { CurrentShape: { Kind: ShapeKinds.Image } input }
            || Network.Before(fault.Type.Model, index + 1)?.Nodes.LastOrDefault(n => n.Layer == index && n.Block.Length == 0) is not { } node
            || Padding.WindowOf(node.Spec) is not { } window)
        {
            yield break;
        }

        (int Y, int X) least = (Math.Max(window.PadY, Half(window.ExtentY - input.H)), Math.Max(window.PadX, Half(window.ExtentX - input.W)));
        (int Y, int X)?[] pads = [Padding.Keeping(window), least];
        bool keeps = true;
        foreach ((int Y, int X) pad in pads.OfType<(int, int)>().Distinct())
        {
            TextChange[] changes = Padding.Set(fault.Type.Text, layer, pad);
            if (fault.Type.IsMended(fault.Id, layer, changes))
            {
                keeps &= pad == Padding.Keeping(window);
                yield return new Fix($"Add {Padding.Title(pad)}", keeps ? "NetGen.KeepSize" : "NetGen.LeastPad", changes);
                keeps = false;
            }
        }
    }

    private static int Half(int lacking) => (lacking + 1) / 2;
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Models;
using NetGen.CodeFixes.Text;

namespace NetGen.CodeFixes.Fixes;

/// <summary>Makes a feature vector of an image before a layer that needs one (NG0028).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(VectorFix)), Shared]
internal sealed class VectorFix : LayerCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("NG0028");

    public override IEnumerable<Fix> Find(Fault fault)
    {
        if (fault.Attribute is not { } layer)
        {
            yield break;
        }

        foreach (string kind in new[] { LayerKinds.Flatten, LayerKinds.GlobalAvgPool })
        {
            TextChange[] changes = [AttributeChanges.InsertBefore(fault.Type.Text, layer, kind)];
            if (fault.Type.IsMended(fault.Id, layer, changes))
            {
                yield return new Fix($"Put [{kind}] before it", "NetGen." + kind, changes);
            }
        }
    }
}

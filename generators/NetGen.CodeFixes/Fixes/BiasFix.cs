using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetGen.CodeFixes.Text;

namespace NetGen.CodeFixes.Fixes;

/// <summary>Leaves out a bias that the batch norm behind it takes away again (NG0064).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BiasFix)), Shared]
internal sealed class BiasFix : LayerCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("NG0064");

    public override IEnumerable<Fix> Find(Fault fault)
    {
        if (fault.Attribute is { } layer && layer.Setting("Bias")?.Expression.ToString() != "false")
        {
            yield return new Fix("Set Bias = false", "NetGen.NoBias", ArgumentChanges.Set(fault.Type.Text, layer, ("Bias", "false")));
        }
    }
}

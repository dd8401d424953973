using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Models;
using NetGen.CodeFixes.Text;
using NetGen.Generators.IR;
using NetGen.Generators.Parsing;

namespace NetGen.CodeFixes.Fixes;

/// <summary>Moves a loss behind the layers that come after it (NG0014).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LossFix)), Shared]
internal sealed class LossFix : LayerCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("NG0014");

    public override IEnumerable<Fix> Find(Fault fault)
    {
        LayeredType type = fault.Type;
        if (fault.Attribute is not { } layer || type.Model is not { } model || type.Problems.All(p => p.Id != fault.Id))
        {
            yield break;
        }

        int index = type.IndexOf(layer);
        foreach (LayerDeclaration loss in model.Layers.Where(l => l.Index < index && LayerReaders.TryGet(l.Kind, out LayerReader op) && op.IsLoss).Reverse())
        {
            AttributeSyntax written = type.Layers[loss.Index];
            TextChange[] changes =
            [
                .. AttributeChanges.Remove(type.Text, written),
                AttributeChanges.InsertAfter(type.Text, type.Layers[type.Layers.Length - 1], written.ToString()),
            ];
            if (type.IsLessened(fault.Id, changes))
            {
                yield return new Fix($"Move [{loss.ShortKind}] to the end", "NetGen.MoveLoss", changes);
                yield break;
            }
        }
    }
}

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

/// <summary>Moves an input before all layers, behind the inputs that are there (NG0012).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InputOrderFix)), Shared]
internal sealed class InputOrderFix : LayerCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("NG0012");

    public override IEnumerable<Fix> Find(Fault fault)
    {
        LayeredType type = fault.Type;
        if (fault.Attribute is not { } input
            || type.Model is not { } model
            || model.Layers.FirstOrDefault(l => l.Kind != LayerKinds.Input) is not { } other
            || other.Index >= type.IndexOf(input)
            || type.Read(input) is not { Kind: LayerKinds.Input })
        {
            yield break;
        }

        AttributeSyntax first = type.Layers[other.Index];
        yield return new Fix(
            "Move the input to the front",
            "NetGen.MoveInput",
            [AttributeChanges.InsertBefore(type.Text, first, input.ToString()), .. AttributeChanges.Remove(type.Text, input)]);
    }
}

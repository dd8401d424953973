using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetGen.CodeFixes.Models;
using NetGen.CodeFixes.Text;
using NetGen.Generators.IR;

namespace NetGen.CodeFixes.Fixes;

/// <summary>Gives a further input a name for layers to read it by (NG0011): the first that a layer reads and nobody has, if there is one that is no misspelling.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InputNameFix)), Shared]
internal sealed class InputNameFix : LayerCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("NG0011");

    public override IEnumerable<Fix> Find(Fault fault)
    {
        LayeredType type = fault.Type;
        if (fault.Attribute is { } input && type.Read(input) is { Kind: LayerKinds.Input, Name: null })
        {
            int number = 1 + type.Layers.Take(type.IndexOf(input)).Count(l => type.Read(l) is LayerDeclaration { Kind: LayerKinds.Input });
            string name = InputNames.Wanted(type) ?? TagNames.Free(type, $"input{number}");
            yield return new Fix($"Name it \"{name}\"", "NetGen.NameInput", ArgumentChanges.Set(type.Text, input, ("Name", ArgumentChanges.Literal(name))));
        }
    }
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetGen.CodeFixes.Text;

namespace NetGen.CodeFixes.Fixes;

/// <summary>Takes a tag out that nothing reads (NG0017).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnusedTagFix)), Shared]
internal sealed class UnusedTagFix : LayerCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("NG0017");

    public override IEnumerable<Fix> Find(Fault fault)
    {
        if (fault.Attribute is { } tag && fault.Type.Problems.Any(p => p.Id == fault.Id && p.Layer == fault.Type.IndexOf(tag)))
        {
            yield return new Fix("Remove the tag", "NetGen.RemoveTag", AttributeChanges.Remove(fault.Type.Text, tag));
        }
    }
}

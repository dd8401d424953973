using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Text;

namespace NetGen.CodeFixes.Fixes;

/// <summary>Takes an activation out that the loss behind it applies itself (NG0056).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogitsFix)), Shared]
internal sealed class LogitsFix : LayerCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("NG0056");

    public override IEnumerable<Fix> Find(Fault fault)
    {
        // A block that ends in the activation is more than that.
        if (fault.Attribute is { } activation && fault.Type.Read(activation) is { Kind: "Softmax" or "LogSoftmax" or "Sigmoid" } layer)
        {
            TextChange[] changes = AttributeChanges.Remove(fault.Type.Text, activation);
            if (fault.Type.IsLessened(fault.Id, changes))
            {
                yield return new Fix($"Remove [{layer.Kind}]", "NetGen.RemoveActivation", changes);
            }
        }
    }
}

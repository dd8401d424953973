using System.Collections.Immutable;
using System.Composition;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Text;
using NetGen.Generators.IR;
using NetGen.Generators.Parsing;

namespace NetGen.CodeFixes.Fixes;

/// <summary>Writes the layer that another framework's word or a slip stands for, or <c>using NetGen;</c> where that is all that lacks (NG0054).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ForeignLayerFix)), Shared]
internal sealed class ForeignLayerFix : LayerCodeFix
{
    /// <summary>A hint that is one layer and nothing more.</summary>
    private static readonly Regex s_hint = new(@"^write \[(\w+)(?:\(([^\[\]]*)\))?\]$", RegexOptions.CultureInvariant);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("NG0054");

    public override IEnumerable<Fix> Find(Fault fault)
    {
        if (fault.Attribute is not { } attribute || fault.Type.IndexOf(attribute) >= 0 || Identifier(attribute.Name) is not { } name)
        {
            yield break;
        }

        string written = LayerDeclaration.Short(name.Identifier.ValueText);
        if (LayerHints.Kinds.Contains(written, StringComparer.Ordinal))
        {
            if (UsingChange.Add(fault.Type.Text, (CompilationUnitSyntax)attribute.SyntaxTree.GetRoot(fault.Cancellation), LayerAttributes.Root) is { } change)
            {
                yield return new Fix($"Add using {LayerAttributes.Root};", "NetGen.Using", change);
            }
        }
        else if (ForeignWords.Layer(written) is { } hint)
        {
            if (s_hint.Match(hint) is { Success: true } match)
            {
                string[] template = [.. match.Groups[2].Value.Split(',').Select(p => p.Trim()).Where(p => p.Length > 0)];
                string kind = match.Groups[1].Value;
                yield return new Fix(
                    $"Write [{kind}]",
                    "NetGen.Rename",
                    [new TextChange(name.Span, kind), .. WithoutInputs(attribute, written, template), .. Added(fault.Type.Text, attribute, template)]);
            }
        }
        else if (Spelling.Nearest(written, LayerHints.Kinds) is { } near)
        {
            yield return new Fix($"Write [{near}]", "NetGen.Rename", new TextChange(name.Span, near));
        }
    }

    private static SimpleNameSyntax? Identifier(NameSyntax name) => name switch
    {
        SimpleNameSyntax simple => simple,
        QualifiedNameSyntax qualified => qualified.Right,
        _ => null,
    };

    /// <summary>PyTorch's layers begin with the number of inputs, as <c>Conv2d(3, 16, 3)</c>, which is known here; Keras' <c>Conv2D</c> does not.</summary>
    private static IEnumerable<TextChange> WithoutInputs(AttributeSyntax attribute, string written, string[] template)
    {
        AttributeArgumentSyntax[] arguments = [.. attribute.ArgumentList?.Arguments.Where(a => a.NameEquals is null) ?? []];
        bool isTorch = written.EndsWith("d", StringComparison.Ordinal) || written == "Linear";
        if (isTorch && arguments.Length == template.Count(p => !p.Contains('=')) + 1)
        {
            SeparatedSyntaxList<AttributeArgumentSyntax> all = attribute.ArgumentList!.Arguments;
            yield return all.Count == 1
                ? new TextChange(attribute.ArgumentList.Span, "")
                : new TextChange(TextSpan.FromBounds(all[0].SpanStart, all[1].SpanStart), "");
        }
    }

    /// <summary>A setting that belongs to the hint, as of <c>UpsamplingBilinear2d</c>.</summary>
    private static IEnumerable<TextChange> Added(SourceText text, AttributeSyntax attribute, string[] template) =>
        template.Where(p => p.Contains('=')).SelectMany(p => ArgumentChanges.Set(text, attribute, (p.Split('=')[0].Trim(), p.Split('=')[1].Trim())));
}

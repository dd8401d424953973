using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Text;
using NetGen.Generators.Parsing;

namespace NetGen.CodeFixes.Fixes;

/// <summary>Writes the setting that another framework's word or a slip stands for (NG0055).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ForeignSettingFix)), Shared]
internal sealed class ForeignSettingFix : LayerCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("NG0055");

    public override IEnumerable<Fix> Find(Fault fault)
    {
        if (fault.Attribute is not { } attribute || fault.Type.IndexOf(attribute) is not (>= 0 and var index) || fault.Type.Data[index].AttributeClass is not { } layer)
        {
            yield break;
        }

        string[] settings = LayerHints.Settings(layer);
        string[] parameters = [.. layer.InstanceConstructors.SelectMany(c => c.Parameters.Select(p => p.Name)).Distinct(StringComparer.Ordinal)];
        AttributeArgumentSyntax? argument = fault.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>()
            ?? attribute.ArgumentList?.Arguments.FirstOrDefault(a => IsUnknown(a, settings, parameters));
        if (argument is null || !IsUnknown(argument, settings, parameters))
        {
            yield break;
        }

        SimpleNameSyntax name = (argument.NameEquals?.Name ?? argument.NameColon?.Name)!;
        string written = name.Identifier.ValueText;
        string? meant = ForeignWords.Setting(written) is { } word && settings.Contains(word, StringComparer.Ordinal) ? word : null;
        if (meant is null && LayerHints.Same(written, parameters) is { } parameter)
        {
            // C# takes named arguments of the constructor before settings alone.
            if (attribute.ArgumentList!.Arguments.TakeWhile(a => a != argument).All(a => a.NameEquals is null) && attribute.Positional(parameter, int.MaxValue) is null)
            {
                yield return new Fix($"Write {parameter}: …", "NetGen.RenameSetting", new TextChange(TextSpan.FromBounds(argument.SpanStart, argument.Expression.SpanStart), $"{parameter}: "));
            }

            yield break;
        }

        meant ??= LayerHints.Same(written, settings) ?? Spelling.Nearest(written, settings);
        if (meant is not null && attribute.Setting(meant) is null)
        {
            TextChange rename = new(name.Span, meant);
            TextChange colon = argument.NameColon is { } written2 ? new TextChange(TextSpan.FromBounds(written2.Name.Span.End, written2.Span.End), " =") : default;
            yield return new Fix($"Write {meant} = …", "NetGen.RenameSetting", argument.NameColon is null ? [rename] : [rename, colon]);
        }
    }

    private static bool IsUnknown(AttributeArgumentSyntax argument, string[] settings, string[] parameters) =>
        argument.NameEquals is { } equals ? !settings.Contains(equals.Name.Identifier.ValueText, StringComparer.Ordinal)
        : argument.NameColon is { } colon && !parameters.Contains(colon.Name.Identifier.ValueText, StringComparer.Ordinal);
}

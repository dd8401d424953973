using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.CodeFixes.Text;

/// <summary>Changes an attribute's arguments.</summary>
internal static class ArgumentChanges
{
    /// <summary>A setting such as <c>Pad = 1</c>; null where it is not written.</summary>
    public static AttributeArgumentSyntax? Setting(this AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == name);

    /// <summary>The argument of a constructor's parameter, by its name or else its place; null where it is not written.</summary>
    public static AttributeArgumentSyntax? Positional(this AttributeSyntax attribute, string parameter, int place)
    {
        AttributeArgumentSyntax[] arguments = attribute.ArgumentList is { } list ? [.. list.Arguments.Where(a => a.NameEquals is null)] : [];
        return arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == parameter)
            ?? (place < arguments.Length && arguments.Take(place + 1).All(a => a.NameColon is null) ? arguments[place] : null);
    }

    /// <summary>Sets settings, in place where they are written and behind the other arguments otherwise.</summary>
    public static TextChange[] Set(SourceText text, AttributeSyntax attribute, params (string Name, string Value)[] settings)
    {
        List<TextChange> changes = [];
        List<string> added = [];
        foreach ((string name, string value) in settings)
        {
            if (attribute.Setting(name) is { } written)
            {
                changes.Add(new TextChange(written.Expression.Span, value));
            }
            else
            {
                added.Add($"{name} = {value}");
            }
        }

        if (added.Count > 0)
        {
            changes.Add(Add(text, attribute, string.Join(", ", added)));
        }

        return [.. changes];
    }

    /// <summary>A text as a C# literal.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static TextChange Add(SourceText text, AttributeSyntax attribute, string added)
    {
        if (attribute.ArgumentList is not { } list)
        {
            return new TextChange(new TextSpan(attribute.Name.Span.End, 0), $"({added})");
        }

        if (list.Arguments.Count == 0)
        {
            return new TextChange(new TextSpan(list.OpenParenToken.Span.End, 0), added);
        }

        AttributeArgumentSyntax last = list.Arguments[list.Arguments.Count - 1];
        string space = list.Arguments.Count > 1 && Lines.IsFirst(text, last.SpanStart) ? Lines.BreakAndIndent(text, last.SpanStart) : " ";
        return new TextChange(new TextSpan(last.Span.End, 0), "," + space + added);
    }
}

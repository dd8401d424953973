using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.CodeFixes.Text;

/// <summary>Adds a using directive.</summary>
internal static class UsingChange
{
    /// <summary>The directive behind the file's last, or at the beginning under what is written there; null where the file has it.</summary>
    public static TextChange? Add(SourceText text, CompilationUnitSyntax root, string name)
    {
        if (root.Usings.Any(u => u.Alias is null && u.StaticKeyword.RawKind == 0 && u.Name?.ToString() == name))
        {
            return null;
        }

        string line = Lines.Break(text, root.Usings.LastOrDefault()?.SpanStart ?? 0);
        return root.Usings.LastOrDefault() is { } last
            ? new TextChange(new TextSpan(last.Span.End, 0), $"{line}using {name};")
            : new TextChange(new TextSpan(root.GetFirstToken().SpanStart, 0), $"using {name};{line}{line}");
    }
}

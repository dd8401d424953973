using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generators.Tests.Snapshots;

/// <summary>A kernel's three forms differ in the width of their vectors, so that most snapshots show one.</summary>
internal static class Forms
{
    /// <summary>The text of a kernel's file without its AVX2 and portable forms; a comment stands in their place.</summary>
    public static string Avx512Alone(string file)
    {
        // The forms follow one another, each with its helpers, whose names begin with the form's.
        MethodDeclarationSyntax[] others =
        [
            .. CSharpSyntaxTree.ParseText(file).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(m =>
                m.Parent is ClassDeclarationSyntax forms
                && forms.Identifier.Text.EndsWith("_Forms", StringComparison.Ordinal)
                && (m.Identifier.Text.StartsWith("Avx2", StringComparison.Ordinal) || m.Identifier.Text.StartsWith("Portable", StringComparison.Ordinal))),
        ];
        return others.Length == 0
            ? file
            : SourceText.From(file)
                .Replace(
                    TextSpan.FromBounds(others[0].FullSpan.Start, others[^1].FullSpan.End),
                    "\n        // Avx2 and Portable: as above, in narrower vectors.\n")
                .ToString();
    }
}

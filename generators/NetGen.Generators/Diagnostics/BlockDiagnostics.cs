using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generators;

/// <summary>Reports what is wrong with a block's declaration, inside its text where that is known.</summary>
internal static class BlockDiagnostics
{
    public static void Report(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        ImmutableArray<AttributeData> attributes = LayerAttributes.Of(type);
        Location name = type.Locations[0];
        foreach (BlockProblem problem in BlockParser.Parse(type, type.ContainingAssembly, out _, context.CancellationToken).Problems)
        {
            AttributeSyntax? attribute = problem.Layer < 0 ? null : attributes[problem.Layer].ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) as AttributeSyntax;
            Location place = attribute is null ? name : Place(attribute, problem.Start) ?? attribute.GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(Rules.BlockUnreadable, place, type.Name, problem.Message));
        }

        foreach (IPropertySymbol property in LayerBinder.Properties(type).Where(p => p.DeclaringSyntaxReferences.Length > 0))
        {
            if (property.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) is PropertyDeclarationSyntax { Initializer.Value: LiteralExpressionSyntax { Token.Value: { } written } literal } syntax
                && BlockTypes.Of(property.Type) is { } kind and not BlockType.Texts
                && BlockTypes.Value(kind, written) != BlockTypes.Value(kind, BlockParser.StartValue(property)))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.BlockStartValue, syntax.Identifier.GetLocation(), property.Name, type.Name, literal.ToString()));
            }
        }
    }

    /// <summary>A place in a text as a place in the file; null where the text is no literal, or one whose characters are not those of the file.</summary>
    private static Location? Place(AttributeSyntax attribute, int start)
    {
        if (start < 0 || attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is not LiteralExpressionSyntax { Token: var token })
        {
            return null;
        }

        int at = token.Kind() switch
        {
            SyntaxKind.SingleLineRawStringLiteralToken => token.Text.IndexOf(token.ValueText, StringComparison.Ordinal) + start,
            SyntaxKind.MultiLineRawStringLiteralToken => InLines(token, start),
            SyntaxKind.StringLiteralToken when !token.Text.Contains('\\') && token.Text[0] == '"' => 1 + start,
            _ => -1,
        };
        int length = 1;
        return at < 0 ? null : Location.Create(attribute.SyntaxTree, new Microsoft.CodeAnalysis.Text.TextSpan(token.SpanStart + at, length));
    }

    /// <summary>A raw text's lines begin after the quotes' line, each with the white space of the last one, which is not part of the text.</summary>
    private static int InLines(SyntaxToken token, int start)
    {
        string[] lines = token.ValueText.Split('\n');
        int line = 0;
        while (line < lines.Length - 1 && start > lines[line].Length)
        {
            start -= lines[line].Length + 1;
            line++;
        }

        string[] written = token.Text.Split('\n');
        int indent = written[written.Length - 1].Length - written[written.Length - 1].TrimStart().Length;
        int before = written.Take(line + 1).Sum(l => l.Length + 1);
        return before + indent + start;
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;
using NetGen.Generators.Parsing;
using NetGen.Generators.Rendering;

namespace NetGen.Generators;

/// <summary>Finds what is wrong with a block's declaration, inside its text where that is known.</summary>
internal static class BlockDiagnostics
{
    /// <summary>The problems of a block's class, each with its location.</summary>
    public static IEnumerable<(LocatedProblem Problem, Location Location)> Find(INamedTypeSymbol type, CancellationToken cancellation)
    {
        ImmutableArray<AttributeData> attributes = LayerAttributes.Of(type);
        foreach (BlockProblem problem in BlockParser.Parse(type, type.ContainingAssembly, out _, cancellation).Problems)
        {
            AttributeSyntax? attribute = problem.Layer < 0 ? null : attributes[problem.Layer].ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;
            Location place = attribute is null ? type.Locations[0] : Place(attribute, problem.Start) ?? attribute.GetLocation();
            yield return Found(Rules.BlockUnreadable, $"layer {problem.Layer}, {problem.Start}", place, type.Name, problem.Message);
        }

        foreach (IPropertySymbol property in LayerBinder.Properties(type).Where(p => p.DeclaringSyntaxReferences.Length > 0))
        {
            if (property.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is PropertyDeclarationSyntax { Initializer.Value: LiteralExpressionSyntax { Token.Value: { } written } literal } syntax
                && BlockTypes.Of(property.Type) is { } kind && BlockTypes.Element(kind) is null
                && BlockTypes.Value(kind, written) != BlockTypes.Value(kind, BlockParser.StartValue(property)))
            {
                yield return Found(Rules.BlockStartValue, property.Name, syntax.Identifier.GetLocation(), property.Name, type.Name, literal.ToString());
            }
        }

        (LocatedProblem, Location) Found(DiagnosticDescriptor rule, string spot, Location location, params string[] arguments) =>
            (new LocatedProblem(type.ToDisplayString(), spot, rule.Id, Diagnostics.Place.Of(location), arguments), location);
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

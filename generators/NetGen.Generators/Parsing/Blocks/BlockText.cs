using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generators.Parsing;

/// <summary>The text of a <c>[Layers]</c>, read from the start to the end. C#'s own parser reads the expressions.</summary>
/// <param name="text">The text.</param>
internal sealed class BlockText(string text)
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp12);

    /// <summary>What comes next, as an index in the text.</summary>
    public int At { get; private set; }

    /// <summary>Whether all is read.</summary>
    public bool IsAtEnd => At == text.Length;

    /// <summary>The next character, before the end.</summary>
    public char Next => text[At];

    /// <summary>What was read from a place on, without the white space at its end.</summary>
    public string Since(int start) => text.Substring(start, At - start).TrimEnd();

    /// <summary>Reads an expression.</summary>
    /// <param name="start">Where its syntax tree begins.</param>
    /// <param name="layerFollows">Whether a bracket after it begins a layer instead of an index.</param>
    /// <exception cref="BlockTextException">There is none.</exception>
    public ExpressionSyntax ReadExpression(out int start, bool layerFollows)
    {
        start = At;
        ExpressionSyntax syntax = SyntaxFactory.ParseExpression(text, start, s_options, consumeFullText: false);
        if (syntax.GetDiagnostics().FirstOrDefault() is { } wrong)
        {
            throw new BlockTextException(start + wrong.Location.SourceSpan.Start, wrong.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        }

        while (layerFollows && syntax is ElementAccessExpressionSyntax indexed)
        {
            syntax = indexed.Expression;
        }

        At += syntax.FullSpan.End;
        SkipTrivia();
        return syntax;
    }

    /// <summary>Reads a name.</summary>
    /// <exception cref="BlockTextException">There is none.</exception>
    public string ReadName()
    {
        int start = At;
        while (!IsAtEnd && (At == start ? SyntaxFacts.IsIdentifierStartCharacter(Next) : SyntaxFacts.IsIdentifierPartCharacter(Next)))
        {
            At++;
        }

        string name = text.Substring(start, At - start);
        if (name.Length == 0 || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None)
        {
            At = start;
            throw Error("a name is missing");
        }

        SkipTrivia();
        return name;
    }

    /// <summary>Goes past a character, and what is no text after it.</summary>
    /// <exception cref="BlockTextException">Another is there.</exception>
    public void Take(char expected)
    {
        if (IsAtEnd || Next != expected)
        {
            throw Error($"a {expected} is missing");
        }

        At++;
        SkipTrivia();
    }

    /// <summary>Goes past a word, if it is there.</summary>
    public bool TakeWord(string word)
    {
        int end = At + word.Length;
        bool found = string.CompareOrdinal(text, At, word, 0, word.Length) == 0 && (end == text.Length || !SyntaxFacts.IsIdentifierPartCharacter(text[end]));
        if (found)
        {
            At = end;
            SkipTrivia();
        }

        return found;
    }

    /// <summary>Goes past white space and comments.</summary>
    /// <exception cref="BlockTextException">A comment has no end.</exception>
    public void SkipTrivia()
    {
        while (!IsAtEnd)
        {
            if (char.IsWhiteSpace(Next))
            {
                At++;
            }
            else if (string.CompareOrdinal(text, At, "//", 0, 2) == 0)
            {
                int end = text.IndexOf('\n', At);
                At = end < 0 ? text.Length : end + 1;
            }
            else if (string.CompareOrdinal(text, At, "/*", 0, 2) == 0)
            {
                int end = text.IndexOf("*/", At + 2, StringComparison.Ordinal);
                At = end < 0 ? throw Error("a comment has no end") : end + 2;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>What is wrong with what comes next.</summary>
    public BlockTextException Error(string message) => new(At, message);
}

using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>
/// Reads the text of a <c>[Layers]</c>: attributes as on a model, with expressions for arguments, and <c>if (…) { … } else { … }</c>
/// around them, and <c>throw "…";</c> for arguments that make no network. C#'s own parser reads what is between the brackets.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="binder">Finds the layers that are named.</param>
/// <param name="names">The names that expressions may use.</param>
internal sealed class LayersText(string text, LayerBinder binder, ICollection<string> names)
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp12);
    private int _at;

    /// <summary>All layers.</summary>
    /// <exception cref="BlockTextException">The text cannot be read.</exception>
    public EquatableArray<BlockItem> Read() => ReadItems(inner: false);

    private EquatableArray<BlockItem> ReadItems(bool inner)
    {
        List<BlockItem> items = [];
        while (true)
        {
            SkipTrivia();
            if (_at == text.Length)
            {
                return inner ? throw Error("a } is missing") : items.ToEquatableArray();
            }

            if (text[_at] == '[')
            {
                ReadList(items);
            }
            else if (inner && text[_at] == '}')
            {
                _at++;
                return items.ToEquatableArray();
            }
            else if (TakeWord("if"))
            {
                items.Add(ReadBranch());
            }
            else if (TakeWord("throw"))
            {
                items.Add(ReadRefusal());
            }
            else
            {
                throw Error($"\"{text[_at]}\" stands where a layer in brackets or an if is expected");
            }
        }
    }

    /// <summary><c>[A(…), B]</c>.</summary>
    private void ReadList(List<BlockItem> items)
    {
        do
        {
            _at++;
            SkipTrivia();
            ExpressionSyntax syntax = ReadExpression(out int start);
            items.Add(binder.Bind(syntax, start, new BlockExpressionParser(names, start)));
            SkipTrivia();
        }
        while (_at < text.Length && text[_at] == ',');

        Take(']');
    }

    private BlockItem ReadBranch()
    {
        SkipTrivia();
        ExpressionSyntax condition = ReadExpression(out int start) as ParenthesizedExpressionSyntax ?? throw Error("the condition of an if stands in parentheses");
        BlockExpression expression = new BlockExpressionParser(names, start).Parse(condition);
        SkipTrivia();
        Take('{');
        EquatableArray<BlockItem> then = ReadItems(inner: true);
        EquatableArray<BlockItem> otherwise = EquatableArray<BlockItem>.Empty;
        SkipTrivia();
        if (TakeWord("else"))
        {
            SkipTrivia();
            if (TakeWord("if"))
            {
                otherwise = new[] { ReadBranch() };
            }
            else
            {
                Take('{');
                otherwise = ReadItems(inner: true);
            }
        }

        return new BlockItem.Branch(expression, $"if {condition}", then, otherwise);
    }

    private BlockItem ReadRefusal()
    {
        SkipTrivia();
        ExpressionSyntax message = ReadExpression(out int start);
        BlockExpression expression = new BlockExpressionParser(names, start).Parse(message);
        SkipTrivia();
        Take(';');
        return new BlockItem.Refusal(expression, $"throw {message}");
    }

    private ExpressionSyntax ReadExpression(out int start)
    {
        start = _at;
        ExpressionSyntax syntax = SyntaxFactory.ParseExpression(text, start, s_options, consumeFullText: false);
        if (syntax.GetDiagnostics().FirstOrDefault() is { } wrong)
        {
            throw new BlockTextException(start + wrong.Location.SourceSpan.Start, wrong.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        }

        // C# reads a bracket that follows as an index; here it begins the next layer.
        while (syntax is ElementAccessExpressionSyntax indexed)
        {
            syntax = indexed.Expression;
        }

        _at += syntax.FullSpan.End;
        return syntax;
    }

    private void Take(char expected)
    {
        if (_at == text.Length || text[_at] != expected)
        {
            throw Error($"a {expected} is missing");
        }

        _at++;
    }

    private bool TakeWord(string word)
    {
        int end = _at + word.Length;
        bool found = string.CompareOrdinal(text, _at, word, 0, word.Length) == 0 && (end == text.Length || !SyntaxFacts.IsIdentifierPartCharacter(text[end]));
        _at = found ? end : _at;
        return found;
    }

    /// <summary>Goes past white space and comments.</summary>
    private void SkipTrivia()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at]))
            {
                _at++;
            }
            else if (string.CompareOrdinal(text, _at, "//", 0, 2) == 0)
            {
                int end = text.IndexOf('\n', _at);
                _at = end < 0 ? text.Length : end + 1;
            }
            else if (string.CompareOrdinal(text, _at, "/*", 0, 2) == 0)
            {
                int end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                _at = end < 0 ? throw Error("a comment has no end") : end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private BlockTextException Error(string message) => new(_at, message);
}

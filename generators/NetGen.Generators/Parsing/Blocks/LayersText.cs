using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>
/// Reads the text of a <c>[Layers]</c>: attributes as on a model, with expressions for arguments; <c>if (…) { … } else { … }</c>, <c>for (…) { … }</c> and
/// <c>foreach (…) { … }</c> around them; names with a value, <c>int half = filters / 2;</c>; and <c>throw "…";</c> for arguments that make no network.
/// </summary>
internal sealed class LayersText
{
    private readonly BlockText _text;
    private readonly LayerBinder _binder;
    private readonly BlockNames _names;
    private readonly BlockStatements _statements;

    /// <summary>Reads nothing yet.</summary>
    /// <param name="text">The text.</param>
    /// <param name="binder">Finds the layers that are named.</param>
    /// <param name="parameters">The block's parameters.</param>
    public LayersText(string text, LayerBinder binder, IEnumerable<BlockParameter> parameters)
    {
        _text = new BlockText(text);
        _binder = binder;
        _names = new BlockNames(parameters);
        _statements = new BlockStatements(_text, _names);
    }

    /// <summary>All layers.</summary>
    /// <exception cref="BlockTextException">The text cannot be read.</exception>
    public EquatableArray<BlockItem> Read()
    {
        _text.SkipTrivia();
        return ReadItems(inner: false);
    }

    private EquatableArray<BlockItem> ReadItems(bool inner)
    {
        int opened = _names.Open();
        List<BlockItem> items = [];
        while (true)
        {
            int start = _text.At;
            if (_text.IsAtEnd)
            {
                return inner ? throw _text.Error("a } is missing") : items.ToEquatableArray();
            }

            if (_text.Next == '[')
            {
                ReadList(items);
            }
            else if (inner && _text.Next == '}')
            {
                _text.Take('}');
                _names.Close(opened);
                return items.ToEquatableArray();
            }
            else if (_text.TakeWord("if"))
            {
                items.Add(ReadBranch());
            }
            else if (_text.TakeWord("for"))
            {
                items.Add(_statements.ReadFor(start, ReadBraces));
            }
            else if (_text.TakeWord("foreach"))
            {
                items.Add(_statements.ReadForEach(start, ReadBraces));
            }
            else if (_text.TakeWord("throw"))
            {
                items.Add(ReadRefusal());
            }
            else if (SyntaxFacts.IsIdentifierStartCharacter(_text.Next))
            {
                items.Add(_statements.Read());
            }
            else
            {
                throw _text.Error($"\"{_text.Next}\" stands where a layer in brackets or a statement is expected");
            }
        }
    }

    private EquatableArray<BlockItem> ReadBraces()
    {
        _text.Take('{');
        return ReadItems(inner: true);
    }

    /// <summary><c>[A(…), B]</c>.</summary>
    private void ReadList(List<BlockItem> items)
    {
        _text.Take('[');
        while (true)
        {
            ExpressionSyntax syntax = _text.ReadExpression(out int start, layerFollows: true);
            items.Add(_binder.Bind(syntax, start, new BlockExpressionParser(_names, start)));
            if (_text.IsAtEnd || _text.Next != ',')
            {
                break;
            }

            _text.Take(',');
        }

        _text.Take(']');
    }

    private BlockItem ReadBranch()
    {
        ExpressionSyntax condition = _text.ReadExpression(out int start, layerFollows: true) as ParenthesizedExpressionSyntax ?? throw _text.Error("the condition of an if stands in parentheses");
        BlockExpression expression = new BlockExpressionParser(_names, start).Parse(condition);
        EquatableArray<BlockItem> then = ReadBraces();
        EquatableArray<BlockItem> otherwise = EquatableArray<BlockItem>.Empty;
        if (_text.TakeWord("else"))
        {
            otherwise = _text.TakeWord("if") ? new[] { ReadBranch() } : ReadBraces();
        }

        return new BlockItem.Branch(expression, $"if {condition}", then, otherwise);
    }

    private BlockItem ReadRefusal()
    {
        ExpressionSyntax message = _text.ReadExpression(out int start, layerFollows: true);
        BlockExpression expression = new BlockExpressionParser(_names, start).Parse(message);
        _text.Take(';');
        return new BlockItem.Refusal(expression, $"throw {message}");
    }
}

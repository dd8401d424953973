using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>Reads names with their values from a block's text, and the heads of its loops.</summary>
/// <param name="text">The text.</param>
/// <param name="names">The names that expressions may use.</param>
internal sealed class BlockStatements(BlockText text, BlockNames names)
{
    private static readonly (string Word, BlockType? Type)[] s_types =
        [("int", BlockType.Int), ("float", BlockType.Float), ("double", BlockType.Float), ("bool", BlockType.Bool), ("string", BlockType.Text), ("var", null)];

    /// <summary><c>int half = filters / 2;</c> or <c>half *= 2;</c></summary>
    /// <exception cref="BlockTextException">It is neither.</exception>
    public BlockItem.Assignment Read()
    {
        BlockItem.Assignment assignment = IsDeclaration(out int start, out BlockType? type) ? ReadDeclared(start, type) : ReadChange();
        text.Take(';');
        return assignment;
    }

    /// <summary><c>(int i = 0; i &lt; depth; i++)</c></summary>
    /// <param name="start">Where the <c>for</c> begins.</param>
    /// <param name="items">Reads what is between the braces.</param>
    /// <exception cref="BlockTextException">It is none.</exception>
    public BlockItem.For ReadFor(int start, Func<Common.EquatableArray<BlockItem>> items)
    {
        text.Take('(');
        int opened = names.Open();
        BlockItem.Assignment first = IsDeclaration(out int at, out BlockType? type) ? ReadDeclared(at, type) : throw text.Error("a for begins with the name that it counts with, such as int i = 0");
        text.Take(';');
        BlockExpression condition = ReadExpression();
        text.Take(';');
        BlockItem.Assignment step = ReadChange();
        string written = text.Since(start) + ")";
        text.Take(')');
        BlockItem.For loop = new(first, condition, step, items(), written);
        names.Close(opened);
        return loop;
    }

    /// <summary><c>(int width in widths)</c></summary>
    /// <param name="start">Where the <c>foreach</c> begins.</param>
    /// <param name="items">Reads what is between the braces.</param>
    /// <exception cref="BlockTextException">It is none.</exception>
    public BlockItem.ForEach ReadForEach(int start, Func<Common.EquatableArray<BlockItem>> items)
    {
        text.Take('(');
        int opened = names.Open();
        if (!IsDeclaration(out int at, out BlockType? type))
        {
            throw text.Error("a foreach begins with the name of an element, such as int width in widths");
        }

        string name = text.ReadName();
        if (!text.TakeWord("in"))
        {
            throw text.Error("an in is missing");
        }

        BlockExpression array = ReadExpression();
        Declare(name, type, at);
        string written = text.Since(start) + ")";
        text.Take(')');
        BlockItem.ForEach loop = new(name, type, array, items(), written);
        names.Close(opened);
        return loop;
    }

    /// <summary>Whether a type comes, which is taken.</summary>
    private bool IsDeclaration(out int start, out BlockType? type)
    {
        start = text.At;
        foreach ((string word, BlockType? meant) in s_types)
        {
            if (text.TakeWord(word))
            {
                type = meant;
                if (!text.IsAtEnd && text.Next == '[')
                {
                    text.Take('[');
                    text.Take(']');
                    type = meant is { } element ? BlockTypes.Array(element) : throw text.Error("there is no array of var");
                }

                return true;
            }
        }

        type = null;
        return false;
    }

    private BlockItem.Assignment ReadDeclared(int start, BlockType? type)
    {
        string name = text.ReadName();
        text.Take('=');

        // A name means nothing within its own value.
        BlockExpression value = ReadExpression();
        Declare(name, type, start);
        return new BlockItem.Assignment(name, type, value, text.Since(start));
    }

    private void Declare(string name, BlockType? type, int start)
    {
        if (!names.Declare(name, type))
        {
            throw new BlockTextException(start, $"there is a \"{name}\" already");
        }
    }

    private BlockItem.Assignment ReadChange()
    {
        ExpressionSyntax syntax = text.ReadExpression(out int start, layerFollows: false);
        (ExpressionSyntax target, string operation, ExpressionSyntax? operand) = syntax switch
        {
            AssignmentExpressionSyntax assignment => (assignment.Left, assignment.OperatorToken.Text, assignment.Right),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } unary => (unary.Operand, unary.OperatorToken.Text, null),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } unary => (unary.Operand, unary.OperatorToken.Text, null),
            _ => throw new BlockTextException(start, $"\"{syntax}\" stands where a layer in brackets or a statement is expected"),
        };
        if (target is not IdentifierNameSyntax { Identifier.ValueText: var name } || !names.IsOwn(name))
        {
            throw new BlockTextException(start, $"\"{target}\" cannot change: only a name that this text declares can");
        }

        BlockExpression value = operand is null ? new BlockExpression.Constant(BlockValue.Of(1)) : new BlockExpressionParser(names, start).Parse(operand);
        return operation switch
        {
            "=" => new BlockItem.Assignment(name, null, value, syntax.ToString()),
            "+=" or "-=" or "*=" or "/=" or "%=" or "++" or "--" =>
                new BlockItem.Assignment(name, null, new BlockExpression.Binary(operation.Substring(0, 1), new BlockExpression.Variable(name), value), syntax.ToString()),
            _ => throw new BlockTextException(start, $"\"{operation}\" is no assignment that a block can hold"),
        };
    }

    private BlockExpression ReadExpression()
    {
        ExpressionSyntax syntax = text.ReadExpression(out int start, layerFollows: false);
        return new BlockExpressionParser(names, start).Parse(syntax);
    }
}

using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>An expression over a block's parameters and its input's shape, as C# means it.</summary>
internal abstract record BlockExpression
{
    /// <summary>The names of all variables in it.</summary>
    public IEnumerable<string> Variables => this switch
    {
        Variable variable => [variable.Name],
        Unary unary => unary.Operand.Variables,
        Binary binary => binary.Left.Variables.Concat(binary.Right.Variables),
        Choice choice => choice.Condition.Variables.Concat(choice.Then.Variables).Concat(choice.Otherwise.Variables),
        Call call => call.Arguments.SelectMany(a => a.Variables),
        Cast cast => cast.Operand.Variables,
        Array array => array.Elements.SelectMany(e => e.Variables),
        Element element => element.Of.Variables.Concat(element.Index.Variables),
        Length length => length.Of.Variables,
        _ => [],
    };

    /// <summary>A literal, or an enumeration's member by its number.</summary>
    internal sealed record Constant(BlockValue Value) : BlockExpression;

    /// <summary>A parameter, or <c>C</c>, <c>H</c> or <c>W</c> of the block's input.</summary>
    internal sealed record Variable(string Name) : BlockExpression;

    /// <summary><c>-</c>, <c>+</c> or <c>!</c> before a value.</summary>
    internal sealed record Unary(string Operator, BlockExpression Operand) : BlockExpression;

    internal sealed record Binary(string Operator, BlockExpression Left, BlockExpression Right) : BlockExpression;

    /// <summary><c>condition ? then : otherwise</c>.</summary>
    internal sealed record Choice(BlockExpression Condition, BlockExpression Then, BlockExpression Otherwise) : BlockExpression;

    /// <summary>A function of <see cref="Math"/>.</summary>
    internal sealed record Call(string Function, EquatableArray<BlockExpression> Arguments) : BlockExpression;

    /// <summary><c>(int)</c>, <c>(float)</c> or <c>(double)</c> before a number.</summary>
    internal sealed record Cast(BlockType To, BlockExpression Operand) : BlockExpression;

    /// <summary><c>[a, b]</c> or <c>new[] { a, b }</c>.</summary>
    internal sealed record Array(EquatableArray<BlockExpression> Elements) : BlockExpression;

    /// <summary><c>array[index]</c>, or <c>array[^index]</c> from the end.</summary>
    internal sealed record Element(BlockExpression Of, BlockExpression Index, bool FromEnd) : BlockExpression;

    /// <summary><c>array.Length</c>.</summary>
    internal sealed record Length(BlockExpression Of) : BlockExpression;
}

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
        Extreme extreme => extreme.Left.Variables.Concat(extreme.Right.Variables),
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

    /// <summary><c>Math.Min</c> or <c>Math.Max</c>.</summary>
    internal sealed record Extreme(bool Largest, BlockExpression Left, BlockExpression Right) : BlockExpression;
}

using NetGen.Generators.IR;

namespace NetGen.Generators.Graph;

/// <summary>Works out expressions of a block by C#'s rules: whole numbers divide to whole numbers, and nothing overflows unseen.</summary>
/// <param name="values">The block's parameters and the sizes of its input.</param>
internal sealed class BlockEvaluator(IReadOnlyDictionary<string, BlockValue> values)
{
    /// <summary>The value.</summary>
    /// <exception cref="BlockEvaluationException">It has none.</exception>
    public BlockValue Evaluate(BlockExpression expression) => expression switch
    {
        BlockExpression.Constant constant => constant.Value,
        BlockExpression.Variable variable => values.TryGetValue(variable.Name, out BlockValue value)
            ? value
            : throw new BlockEvaluationException($"this use gives no {variable.Name}"),
        BlockExpression.Unary unary => Unary(unary.Operator, Evaluate(unary.Operand)),
        BlockExpression.Binary { Operator: "&&" } both => BlockValue.Of(IsTrue(both.Left) && IsTrue(both.Right)),
        BlockExpression.Binary { Operator: "||" } either => BlockValue.Of(IsTrue(either.Left) || IsTrue(either.Right)),
        BlockExpression.Binary binary => Binary(binary.Operator, Evaluate(binary.Left), Evaluate(binary.Right)),
        BlockExpression.Choice choice => Evaluate(IsTrue(choice.Condition) ? choice.Then : choice.Otherwise),
        BlockExpression.Extreme extreme => Extreme(extreme.Largest, Evaluate(extreme.Left), Evaluate(extreme.Right)),
        _ => throw new InvalidOperationException($"No value for {expression}."),
    };

    /// <summary>A condition's value.</summary>
    /// <exception cref="BlockEvaluationException">It has none, or is no condition.</exception>
    public bool IsTrue(BlockExpression condition) => Evaluate(condition) is { Type: BlockType.Bool } value
        ? value.Number != 0
        : throw new BlockEvaluationException("a condition must be true or false");

    /// <summary>The value as a layer takes it.</summary>
    /// <exception cref="BlockEvaluationException">It is of another type.</exception>
    public BlockValue Evaluate(BlockExpression expression, BlockType type)
    {
        BlockValue value = Evaluate(expression);
        BlockType wanted = type == BlockType.Texts ? BlockType.Text : type;
        return wanted == value.Type ? value
            : wanted == BlockType.Float && value.Type == BlockType.Int ? BlockValue.Of(value.Number)
            : throw new BlockEvaluationException($"{Name(wanted)} is needed, but {value.Literal} is {Name(value.Type)}");
    }

    private static string Name(BlockType type) => type switch
    {
        BlockType.Int => "a whole number",
        BlockType.Float => "a number",
        BlockType.Bool => "true or false",
        _ => "a text",
    };

    private static BlockValue Unary(string operation, BlockValue value) => (operation, value.Type) switch
    {
        ("!", BlockType.Bool) => BlockValue.Of(value.Number == 0),
        ("+", BlockType.Int or BlockType.Float) => value,
        ("-", BlockType.Int) => Whole(-value.Number),
        ("-", BlockType.Float) => BlockValue.Of(-value.Number),
        _ => throw new BlockEvaluationException($"{operation}{value.Literal} has no value"),
    };

    private static BlockValue Binary(string operation, BlockValue left, BlockValue right)
    {
        if (left.IsNumber && right.IsNumber)
        {
            return Numbers(operation, left, right);
        }

        return (operation, left.Type, right.Type) switch
        {
            ("==", var a, var b) when a == b => BlockValue.Of(left == right),
            ("!=", var a, var b) when a == b => BlockValue.Of(left != right),
            ("+", BlockType.Text, not BlockType.Bool) => BlockValue.Of(left.Text + Shown(right)),
            ("+", not BlockType.Bool, BlockType.Text) => BlockValue.Of(Shown(left) + right.Text),
            _ => throw new BlockEvaluationException($"{left.Literal} {operation} {right.Literal} has no value"),
        };
    }

    private static string Shown(BlockValue value) => value.Type == BlockType.Text ? value.Text : value.Literal;

    private static BlockValue Numbers(string operation, BlockValue left, BlockValue right)
    {
        bool whole = left.Type == BlockType.Int && right.Type == BlockType.Int;
        double a = left.Number;
        double b = right.Number;
        if (whole && b == 0 && operation is "/" or "%")
        {
            throw new BlockEvaluationException($"{left.Literal} {operation} 0 has no value");
        }

        return operation switch
        {
            "+" => Number(a + b),
            "-" => Number(a - b),
            "*" => Number(a * b),
            "/" => Number(whole ? Math.Truncate(a / b) : a / b),
            "%" => Number(a % b),
            "==" => BlockValue.Of(a == b),
            "!=" => BlockValue.Of(a != b),
            "<" => BlockValue.Of(a < b),
            "<=" => BlockValue.Of(a <= b),
            ">" => BlockValue.Of(a > b),
            _ => BlockValue.Of(a >= b),
        };

        BlockValue Number(double value) => whole ? Whole(value) : BlockValue.Of(value);
    }

    private static BlockValue Extreme(bool largest, BlockValue left, BlockValue right)
    {
        if (!left.IsNumber || !right.IsNumber)
        {
            throw new BlockEvaluationException($"{left.Literal} and {right.Literal} are not both numbers");
        }

        return left.Number >= right.Number == largest ? left : right;
    }

    /// <summary>A whole number; sums and products of two are exact in a double.</summary>
    private static BlockValue Whole(double value) => value is >= int.MinValue and <= int.MaxValue
        ? BlockValue.Of((long)value)
        : throw new BlockEvaluationException($"{BlockValue.Of((long)value).Literal} is too large");
}

using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Parsing;

namespace NetGen.Generators.Graph;

/// <summary>Works out expressions of a block by C#'s rules: whole numbers divide to whole numbers, and nothing overflows unseen.</summary>
/// <param name="values">The block's parameters and the sizes of its input; names of its text join them.</param>
internal sealed class BlockEvaluator(Dictionary<string, BlockValue> values)
{
    // What the text's own names got their values from, down to parameters and sizes.
    private readonly Dictionary<string, HashSet<string>> _origins = new(StringComparer.Ordinal);

    /// <summary>Gives a name of the text a value.</summary>
    /// <exception cref="BlockEvaluationException">There is none, or it is of another type than the name was declared with.</exception>
    public void Assign(BlockItem.Assignment assignment)
    {
        BlockType? type = assignment.Type ?? (values.TryGetValue(assignment.Name, out BlockValue before) ? before.Type : null);
        Assign(assignment.Name, type is { } known ? Evaluate(assignment.Value, known) : Evaluate(assignment.Value), Origins(assignment.Value));
    }

    /// <summary>Gives a name of the text a value.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="origins">What it was got from.</param>
    public void Assign(string name, BlockValue value, IEnumerable<string> origins)
    {
        _origins[name] = [.. origins];
        values[name] = value;
    }

    /// <summary>The parameters and sizes that an expression's value was got from.</summary>
    public IEnumerable<string> Origins(BlockExpression expression) => expression.Variables.SelectMany(v => _origins.TryGetValue(v, out HashSet<string> from) ? from : [v]);

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
        BlockExpression.Call call => BlockMath.Call(call.Function, [.. call.Arguments.Select(Evaluate)]),
        BlockExpression.Cast cast => BlockMath.Cast(cast.To, Evaluate(cast.Operand)),
        BlockExpression.Array array => Array([.. array.Elements.Select(Evaluate)]),
        BlockExpression.Element element => Element(Evaluate(element.Of), Evaluate(element.Index, BlockType.Int), element.FromEnd),
        BlockExpression.Length length => BlockValue.Of(Elements(Evaluate(length.Of)).Count),
        _ => throw new InvalidOperationException($"No value for {expression}."),
    };

    /// <summary>A condition's value.</summary>
    /// <exception cref="BlockEvaluationException">It has none, or is no condition.</exception>
    public bool IsTrue(BlockExpression condition) => Evaluate(condition) is { Type: BlockType.Bool } value
        ? value.Number != 0
        : throw new BlockEvaluationException("a condition must be true or false");

    /// <summary>The value as a layer takes it.</summary>
    /// <exception cref="BlockEvaluationException">It is of another type.</exception>
    public BlockValue Evaluate(BlockExpression expression, BlockType type) => As(type, Evaluate(expression));

    /// <summary>The elements of an array as a layer takes them, which are given one by one or as an array.</summary>
    /// <exception cref="BlockEvaluationException">They are of another type.</exception>
    public EquatableArray<BlockValue> Evaluate(IReadOnlyList<BlockExpression> expressions, BlockType type)
    {
        if (BlockTypes.Element(type) is not { } element)
        {
            return new[] { Evaluate(expressions[0], type) };
        }

        BlockValue[] values = [.. expressions.Select(Evaluate)];
        return values.Length == 1 && values[0].Elements is not null ? As(type, values[0]).Elements!.Values : values.Select(v => As(element, v)).ToEquatableArray();
    }

    private static BlockValue As(BlockType type, BlockValue value)
    {
        if (value.Type == type)
        {
            return value;
        }

        if (type == BlockType.Float && value.Type == BlockType.Int)
        {
            return BlockValue.Of(value.Number);
        }

        return BlockTypes.Element(type) is { } element && value.Elements is { } array && (array.Values.Count == 0 || type == BlockType.Floats)
            ? BlockValue.Of(type, array.Values.Select(v => As(element, v)).ToEquatableArray())
            : throw new BlockEvaluationException($"{Name(type)} is needed, but {value.Literal} is {Name(value.Type)}");
    }

    private static BlockValue Array(BlockValue[] elements)
    {
        BlockType first = elements.Length == 0 ? BlockType.Int : elements.All(e => e.IsNumber) && elements.Any(e => e.Type == BlockType.Float) ? BlockType.Float : elements[0].Type;
        return BlockTypes.Array(first) is { } type
            ? BlockValue.Of(type, elements.Select(e => As(first, e)).ToEquatableArray())
            : throw new BlockEvaluationException($"{elements[0].Literal} cannot be in an array");
    }

    private static BlockValue Element(BlockValue array, BlockValue index, bool fromEnd)
    {
        EquatableArray<BlockValue> elements = Elements(array);
        double place = fromEnd ? elements.Count - index.Number : index.Number;
        return place >= 0 && place < elements.Count
            ? elements[(int)place]
            : throw new BlockEvaluationException($"{array.Literal} has no element {(fromEnd ? "^" : "")}{index.Literal}");
    }

    /// <summary>An array's elements.</summary>
    /// <exception cref="BlockEvaluationException">It is no array.</exception>
    public static EquatableArray<BlockValue> Elements(BlockValue array) => array.Elements?.Values ?? throw new BlockEvaluationException($"{array.Literal} is no array");

    private static string Name(BlockType type) => type switch
    {
        BlockType.Int => "a whole number",
        BlockType.Float => "a number",
        BlockType.Bool => "true or false",
        BlockType.Ints => "an array of whole numbers",
        BlockType.Floats => "an array of numbers",
        BlockType.Bools => "an array of true and false",
        BlockType.Texts => "an array of texts",
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

    /// <summary>A whole number; sums and products of two are exact in a double.</summary>
    internal static BlockValue Whole(double value) => value is >= int.MinValue and <= int.MaxValue
        ? BlockValue.Of((long)value)
        : throw new BlockEvaluationException($"{value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture)} is too large");
}

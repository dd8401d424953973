using NetGen.Generators.IR;

namespace NetGen.Generators.Graph;

/// <summary>What blocks know of <see cref="Math"/>, and casts.</summary>
internal static class BlockMath
{
    /// <summary>A function's value: of <c>Min</c>, <c>Max</c> and <c>Abs</c> whole for whole numbers, else a <see cref="double"/>, as in C#.</summary>
    /// <exception cref="BlockEvaluationException">It has none.</exception>
    public static BlockValue Call(string function, IReadOnlyList<BlockValue> arguments)
    {
        if (arguments.Any(a => !a.IsNumber))
        {
            throw new BlockEvaluationException($"{string.Join(" and ", arguments.Select(a => a.Literal))} {(arguments.Count == 1 ? "is no number" : "are not both numbers")}");
        }

        double a = arguments[0].Number;
        bool whole = arguments.All(v => v.Type == BlockType.Int);
        double value = function switch
        {
            "Abs" => Math.Abs(a),
            "Ceiling" => Math.Ceiling(a),
            "Floor" => Math.Floor(a),
            "Log2" => Log2(a),
            "Max" => Math.Max(a, arguments[1].Number),
            "Min" => Math.Min(a, arguments[1].Number),
            "Pow" => Math.Pow(a, arguments[1].Number),
            "Round" => Math.Round(a),
            "Sqrt" => Math.Sqrt(a),
            _ => throw new InvalidOperationException($"No function {function}."),
        };
        return double.IsNaN(value) || double.IsInfinity(value) ? throw new BlockEvaluationException($"Math.{function}({string.Join(", ", arguments.Select(v => v.Literal))}) has no value")
            : whole && function is "Abs" or "Max" or "Min" ? BlockEvaluator.Whole(value)
            : BlockValue.Of(value);
    }

    /// <summary>A number as another type; to a whole one it is cut off toward zero.</summary>
    /// <exception cref="BlockEvaluationException">It is no number, or too large.</exception>
    public static BlockValue Cast(BlockType to, BlockValue value) =>
        !value.IsNumber ? throw new BlockEvaluationException($"{value.Literal} is no number")
        : to == BlockType.Int ? BlockEvaluator.Whole(Math.Truncate(value.Number))
        : BlockValue.Of(value.Number);

    /// <summary>Powers of two are exact, so that a <c>for</c> up to it ends where one expects.</summary>
    private static double Log2(double value)
    {
        double log = Math.Log(value, 2);
        double nearest = Math.Round(log);
        return Math.Pow(2, nearest) == value ? nearest : log;
    }
}

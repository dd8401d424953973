using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Emission;

/// <summary>
/// Writes calls of the run-time library with named arguments. A routine's fields are its parameters, in order and by name, so that one place
/// writes them all.
/// </summary>
internal static class RoutineText
{
    /// <summary>Adds the call to the line.</summary>
    /// <param name="code">Where the line is written.</param>
    /// <param name="routine">The routine.</param>
    /// <param name="next">The one in its place in a loop's next turn; null outside of loops.</param>
    /// <param name="operands">What writes operands.</param>
    /// <param name="between">What the caller is given and passes on, between the pointers and the numbers.</param>
    public static void Add(CodeWriter code, Routine routine, Routine? next, OperandText operands, string between)
    {
        code.Word($"Ng::{routine.Method}(");
        string separator = "";
        bool passed = between.Length == 0;
        Add(routine, next);
        if (!passed)
        {
            code.Word($"{separator}{between}");
        }

        code.Add(routine is ShardRoutine { Adds: true } ? ", add: true" : "");
        if (routine.Share is { } share)
        {
            code.Word($", part: {share.Part}, parts: {share.Parts}");
        }

        code.Add(");");

        void Add(object record, object? following)
        {
            foreach (RoutineField field in RoutineField.Of(record.GetType()))
            {
                if (field.IsEmpty(record) || IsDefault(record, field))
                {
                    continue;
                }

                if (field.Nested(record) is { } nested)
                {
                    Add(nested, null);
                    continue;
                }

                Operand? operand = field.Operand(record);
                if (!passed && operand is null)
                {
                    code.Word($"{separator}{between}");
                    separator = ", ";
                    passed = true;
                }

                code.Word($"{separator}{field.Parameter}: ");
                separator = ", ";
                if (operand is { } place)
                {
                    operands.Add(code, place, following is null ? null : field.Operand(following));
                }
                else if (field.Number(record) is { } number)
                {
                    code.Word($"{number}");
                }
                else
                {
                    code.Add(Text(field.Value(record)!));
                }
            }
        }
    }

    /// <summary>Whether the field says what the routine's parameter is by default: hardly any convolution has groups.</summary>
    private static bool IsDefault(object record, RoutineField field) => field.Name switch
    {
        nameof(ConvSizes.Groups) or nameof(ConvSizes.Merged) => record is ConvSizes { Groups: 1, Merged: 1 },
        nameof(PackWinograd.ByPoint) => field.Value(record) is false,
        _ => false,
    };

    private static string Text(object value) => value switch
    {
        int number => Literals.Of(number),
        float number => Literals.Of(number),
        bool => Literals.OfAny(value),
        string text => Literals.Of(text) + "u8",
        EquatableArray<float> numbers => $"[{string.Join(", ", numbers.Select(Literals.Of))}]",
        ModelSetting setting => setting.ToString(),
        _ => throw new ArgumentException($"A routine cannot have a field of type {value.GetType().Name}.", nameof(value)),
    };
}

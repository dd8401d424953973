using System.Collections.Concurrent;
using System.Reflection;
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
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> s_fields = new();

    /// <summary>Adds the call to the line.</summary>
    /// <param name="code">Where the line is written.</param>
    /// <param name="routine">The routine.</param>
    /// <param name="plan">The plan that its operands belong to.</param>
    /// <param name="parameters">The model's parameters.</param>
    /// <param name="scope">What stands before constants.</param>
    /// <param name="between">What the caller is given and passes on, between the pointers and the numbers.</param>
    public static void Add(CodeWriter code, Routine routine, Plan plan, EquatableArray<ModelParameter> parameters, string scope, string between)
    {
        code.Word($"Ng::{routine.Method}(");
        string separator = "";
        bool passed = between.Length == 0;
        Add(routine);
        if (!passed)
        {
            code.Word($"{separator}{between}");
        }

        code.Add(routine is LaneRoutine { Adds: true } ? ", add: true);" : ");");

        void Add(object record)
        {
            foreach (PropertyInfo field in Fields(record.GetType()))
            {
                object? value = field.GetValue(record);
                if (value is null || IsDefault(record, field.Name))
                {
                    continue;
                }

                if (value is ConvSizes or TurnedTaps)
                {
                    Add(value);
                    continue;
                }

                if (!passed && value is not Operand)
                {
                    code.Word($"{separator}{between}");
                    separator = ", ";
                    passed = true;
                }

                code.Word($"{separator}{char.ToLowerInvariant(field.Name[0])}{field.Name.Substring(1)}: ");
                separator = ", ";
                if (value is Operand operand)
                {
                    OperandText.Add(code, operand, plan, parameters, scope);
                }
                else
                {
                    code.Add(Text(value));
                }
            }
        }
    }

    /// <summary>Whether the field says what the routine's parameter is by default: hardly any convolution has groups.</summary>
    private static bool IsDefault(object record, string field) => record is ConvSizes { Groups: 1, Merged: 1 } && (field is nameof(ConvSizes.Groups) or nameof(ConvSizes.Merged));

    private static string Text(object value) => value switch
    {
        int number => Literals.Of(number),
        float number => Literals.Of(number),
        string text => Literals.Of(text) + "u8",
        ModelSetting setting => setting.ToString(),
        _ => throw new ArgumentException($"A routine cannot have a field of type {value.GetType().Name}.", nameof(value)),
    };

    /// <summary>The fields in the order of the constructor's parameters.</summary>
    private static PropertyInfo[] Fields(Type type) => s_fields.GetOrAdd(type, static record => record
        .GetConstructors()
        .OrderByDescending(c => c.GetParameters().Length)
        .First()
        .GetParameters()
        .Select(p => record.GetProperty(p.Name!)!)
        .ToArray());
}

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
    private static readonly ConcurrentDictionary<Type, Field[]> s_fields = new();

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

        code.Add(routine is ShardRoutine { Adds: true } ? ", add: true);" : ");");

        void Add(object record)
        {
            foreach (Field field in Fields(record.GetType()))
            {
                if (field.IsEmpty(record) || IsDefault(record, field.Name))
                {
                    continue;
                }

                if (field.Nested(record) is { } nested)
                {
                    Add(nested);
                    continue;
                }

                Operand? operand = field.Operand(record);
                if (!passed && operand is null)
                {
                    code.Word($"{separator}{between}");
                    separator = ", ";
                    passed = true;
                }

                code.Add(separator);
                code.Add(field.Title);
                separator = ", ";
                if (operand is { } place)
                {
                    OperandText.Add(code, place, plan, parameters, scope);
                }
                else
                {
                    field.Add(code, record);
                }
            }
        }
    }

    /// <summary>Whether the field says what the routine's parameter is by default: hardly any convolution has groups.</summary>
    private static bool IsDefault(object record, string field) => record is ConvSizes { Groups: 1, Merged: 1 } && (field is nameof(ConvSizes.Groups) or nameof(ConvSizes.Merged));

    /// <summary>The fields in the order of the constructor's parameters.</summary>
    private static Field[] Fields(Type type) => s_fields.GetOrAdd(type, static record => record
        .GetConstructors()
        .OrderByDescending(c => c.GetParameters().Length)
        .First()
        .GetParameters()
        .Select(p => Field.Of(record.GetProperty(p.Name!)!))
        .ToArray());

    /// <summary>One field of a record. The property is read by a delegate of its type, since thousands are read while somebody types.</summary>
    private abstract class Field(string name)
    {
        public string Name => name;

        /// <summary>The parameter, as it stands before its argument.</summary>
        public string Title { get; } = $"{char.ToLowerInvariant(name[0])}{name.Substring(1)}: ";

        public static Field Of(PropertyInfo property) =>
            (Field)Activator.CreateInstance(typeof(Field<,>).MakeGenericType(property.DeclaringType!, property.PropertyType), property);

        /// <summary>Whether it is null, which stands for no argument.</summary>
        public abstract bool IsEmpty(object record);

        /// <summary>Its value where it is a record of several arguments.</summary>
        public abstract object? Nested(object record);

        /// <summary>Its value where it is an operand.</summary>
        public abstract Operand? Operand(object record);

        /// <summary>Adds its value to the line.</summary>
        public abstract void Add(CodeWriter code, object record);
    }

    private sealed class Field<TRecord, TValue>(PropertyInfo property) : Field(property.Name)
    {
        private readonly Func<TRecord, TValue> _value = Getter(property);

        public override bool IsEmpty(object record) => default(TValue) is null && _value((TRecord)record) is null;

        public override object? Nested(object record) =>
            typeof(TValue) == typeof(ConvSizes) || typeof(TValue) == typeof(TurnedTaps) || typeof(TValue) == typeof(TurnedTaps?) ? _value((TRecord)record) : null;

        public override Operand? Operand(object record) => _value is Func<TRecord, Operand> operand ? operand((TRecord)record) : null;

        public override void Add(CodeWriter code, object record)
        {
            if (_value is Func<TRecord, int> number)
            {
                code.Word($"{number((TRecord)record)}");
                return;
            }

            code.Add(Text(_value((TRecord)record)!));
        }

        /// <summary>A struct's getter takes it by reference, a class's by value.</summary>
        private static Func<TRecord, TValue> Getter(PropertyInfo property)
        {
            if (!typeof(TRecord).IsValueType)
            {
                return (Func<TRecord, TValue>)Delegate.CreateDelegate(typeof(Func<TRecord, TValue>), property.GetMethod);
            }

            ByReference get = (ByReference)Delegate.CreateDelegate(typeof(ByReference), property.GetMethod);
            return record => get(ref record);
        }

        private delegate TValue ByReference(ref TRecord record);
    }

    private static string Text(object value) => value switch
    {
        int number => Literals.Of(number),
        float number => Literals.Of(number),
        string text => Literals.Of(text) + "u8",
        ModelSetting setting => setting.ToString(),
        _ => throw new ArgumentException($"A routine cannot have a field of type {value.GetType().Name}.", nameof(value)),
    };
}

using System.Collections.Concurrent;
using System.Reflection;

namespace NetGen.Generators.IR;

/// <summary>A field of a routine, or of a record of sizes in it. The property is read by a delegate of its type, since thousands are read while somebody types.</summary>
internal abstract class RoutineField(string name)
{
    private static readonly ConcurrentDictionary<Type, RoutineField[]> s_fields = new();

    public string Name => name;

    /// <summary>The routine's parameter.</summary>
    public string Parameter { get; } = char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>The fields of a record in the order of its constructor's parameters.</summary>
    public static RoutineField[] Of(Type type) => s_fields.GetOrAdd(type, static record => record
        .GetConstructors()
        .OrderByDescending(c => c.GetParameters().Length)
        .First()
        .GetParameters()
        .Select(p => Of(record.GetProperty(p.Name!)!))
        .ToArray());

    /// <summary>Whether it is null, which stands for no argument.</summary>
    public abstract bool IsEmpty(object record);

    /// <summary>Its value where it is a record of several arguments.</summary>
    public abstract object? Nested(object record);

    /// <summary>Its value where it is an operand.</summary>
    public abstract Operand? Operand(object record);

    /// <summary>Its value where it is a whole number.</summary>
    public abstract int? Number(object record);

    /// <summary>Its value, whatever it is.</summary>
    public abstract object? Value(object record);

    private static RoutineField Of(PropertyInfo property) =>
        (RoutineField)Activator.CreateInstance(typeof(Typed<,>).MakeGenericType(property.DeclaringType!, property.PropertyType), property);

    private sealed class Typed<TRecord, TValue>(PropertyInfo property) : RoutineField(property.Name)
    {
        private readonly Func<TRecord, TValue> _value = Getter(property);

        public override bool IsEmpty(object record) => default(TValue) is null && _value((TRecord)record) is null;

        public override object? Nested(object record) =>
            typeof(TValue) == typeof(ConvSizes) || typeof(TValue) == typeof(TurnedTaps) || typeof(TValue) == typeof(TurnedTaps?) ? _value((TRecord)record) : null;

        public override Operand? Operand(object record) => _value is Func<TRecord, Operand> operand ? operand((TRecord)record) : null;

        public override int? Number(object record) => _value is Func<TRecord, int> number ? number((TRecord)record) : null;

        public override object? Value(object record) => _value((TRecord)record);

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
}

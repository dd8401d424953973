using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NetGen.Generators.Tests.Architecture;

/// <summary>The compiler's rooms as its assembly has them: a namespace a room, and which types of a room refer to which other rooms.</summary>
internal sealed class Rooms
{
    /// <summary>The rooms from the lowest on: each may refer to those before it. The last is the root, which drives the others.</summary>
    public static readonly IReadOnlyList<string> Order =
        ["Common", "IR", "Diagnostics", "Parsing", "Shapes", "Graph", "Dataflow", "Advice", "Planning", "Text", "Rendering", "Emission", Root];

    /// <summary>What stands in the assembly's own namespace.</summary>
    public const string Root = "(root)";

    private const string Namespace = "NetGen.Generators";

    private readonly SortedDictionary<string, SortedSet<string>> _references = new(StringComparer.Ordinal);

    private Rooms()
    {
    }

    /// <summary>Each type with the types of other rooms that it refers to.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> References => _references;

    /// <summary>The rooms that there are.</summary>
    public IEnumerable<string> Names => _references.Keys.Select(RoomOf).Distinct();

    /// <summary>Reads the compiled generator.</summary>
    public static Rooms Read()
    {
        Rooms rooms = new();
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(typeof(NetGenGenerator).Assembly.Location);
        foreach (TypeDefinition type in assembly.MainModule.Types.Where(t => Outer(t).FullName.StartsWith(Namespace, StringComparison.Ordinal)))
        {
            string name = type.FullName;
            if (!rooms._references.TryGetValue(name, out SortedSet<string>? references))
            {
                rooms._references.Add(name, references = new SortedSet<string>(StringComparer.Ordinal));
            }

            foreach (string reference in Nested(type).SelectMany(TypesIn).SelectMany(Parts).Select(t => Outer(t).FullName))
            {
                if (reference.StartsWith(Namespace, StringComparison.Ordinal) && RoomOf(reference) != RoomOf(name))
                {
                    references.Add(reference);
                }
            }
        }

        return rooms;
    }

    /// <summary>The room of a type by its full name.</summary>
    public static string RoomOf(string type)
    {
        string[] parts = type.Split('.');
        return parts.Length > 3 ? parts[2] : Root;
    }

    /// <summary>The references that run from a room to one above it.</summary>
    public IEnumerable<string> Backward() =>
        from type in _references
        from reference in type.Value
        where IndexOf(RoomOf(type.Key)) < IndexOf(RoomOf(reference))
        select $"{type.Key} → {reference}";

    /// <summary>A row a room: of how many of its types refer to each room below it.</summary>
    public string Matrix() => Matrix(count => $"{count}");

    /// <summary>The same with a mark for any number, for the map.</summary>
    public string Marks() => Matrix(_ => "×");

    private string Matrix(Func<int, string> write)
    {
        string[] rooms = [.. Order.Where(r => Names.Contains(r))];
        StringBuilder text = new();
        text.Append("| types of | ").AppendJoin(" | ", rooms[..^1]).Append(" |\n|---|").Insert(text.Length, "---|", rooms.Length - 1).Append('\n');
        foreach (string room in rooms.Skip(1))
        {
            IEnumerable<int> counts = rooms[..^1].Select(other => _references.Count(t => RoomOf(t.Key) == room && t.Value.Any(r => RoomOf(r) == other)));
            text.Append("| ").Append(room).Append(" | ").AppendJoin(" | ", counts.Select(c => c == 0 ? "" : write(c))).Append(" |\n");
        }

        return text.ToString();
    }

    private static int IndexOf(string room) => Order.Select((name, i) => (name, i)).Where(r => r.name == room).Select(r => r.i).DefaultIfEmpty(-1).First();

    private static TypeReference Outer(TypeReference type) => type.DeclaringType is null ? type : Outer(type.DeclaringType);

    private static IEnumerable<TypeDefinition> Nested(TypeDefinition type) => type.NestedTypes.SelectMany(Nested).Prepend(type);

    /// <summary>All types that a type names: in its heading, its members' and their code.</summary>
    private static IEnumerable<TypeReference?> TypesIn(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(i => i.InterfaceType),
        .. type.Fields.Select(f => f.FieldType),
        .. type.Properties.Select(p => p.PropertyType),
        .. type.GenericParameters.SelectMany(g => g.Constraints).Select(c => c.ConstraintType),
        .. type.Methods.SelectMany(TypesIn),
    ];

    private static IEnumerable<TypeReference?> TypesIn(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(p => p.ParameterType),
        .. method.HasBody ? method.Body.Variables.Select(v => v.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(TypesIn) : [],
    ];

    private static IEnumerable<TypeReference?> TypesIn(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(p => p.ParameterType), .. (method as GenericInstanceMethod)?.GenericArguments ?? []],
        _ => [],
    };

    /// <summary>A type without pointers and arrays, and what it is made of.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification specification => Parts(specification.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}

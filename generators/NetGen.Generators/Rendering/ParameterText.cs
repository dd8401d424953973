using NetGen.Generators.IR;

namespace NetGen.Generators.Rendering;

/// <summary>A kernel's parameters as C#: its ports, then its sizes, then its share of a call, then what it works on.</summary>
internal static class ParameterText
{
    /// <summary>The parameters with their types, for a declaration.</summary>
    public static string Declared(Kernel kernel) => string.Join(", ", Of(kernel).Select(p => $"{p.Type} {p.Name}"));

    /// <summary>The parameters' names, for a call by one who has them.</summary>
    public static string Passed(Kernel kernel) => string.Join(", ", Of(kernel).Select(p => p.Name));

    private static IEnumerable<(string Type, string Name)> Of(Kernel kernel) => kernel.Ports
        .Select(p => (Word(p.Element) + (p.IsPointer ? "*" : ""), p.Name))
        .Concat(kernel.Sizes.Select(s => ("int", s.Name)))
        .Concat(kernel.IsShareable ? [("int", "part"), ("int", "parts")] : [])
        .Concat(kernel.Work switch
        {
            KernelWork.BatchPart => [("global::NetGen.Runtime.ImagePlace*", "images"), ("int", "count"), ("int", "part"), ("int", "parts")],
            KernelWork.BatchItem => [("long", "batch"), ("int", "item")],
            _ => new[] { ("int", "count") },
        });

    private static string Word(ElementType element) => element switch
    {
        ElementType.Float32 => "float",
        ElementType.Float64 => "double",
        ElementType.Int32 => "int",
        ElementType.UInt64 => "ulong",
        ElementType.ShardTotals => "global::NetGen.Runtime.ShardTotals",
        _ => throw new ArgumentOutOfRangeException(nameof(element), element, "an element that is not written yet"),
    };
}

namespace NetGen.Generators.Ops;

/// <summary>All ops, by name. A new op adds its line here and its files in the rooms.</summary>
internal static class OpRegistry
{
    private static readonly Dictionary<string, Op> s_byName = new Op[]
    {
    }.ToDictionary(op => op.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => s_byName.Keys;

    public static Op Get(string name) => s_byName[name];

    public static bool TryGet(string name, out Op op) => s_byName.TryGetValue(name, out op!);
}

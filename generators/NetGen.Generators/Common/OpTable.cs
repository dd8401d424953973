namespace NetGen.Generators.Common;

/// <summary>What a room has to say of each op, by the op's name, which is the class's name in every room.</summary>
internal sealed class OpTable<T>(params T[] entries)
    where T : class
{
    private readonly Dictionary<string, T> _byName = entries.ToDictionary(entry => entry.GetType().Name, StringComparer.Ordinal);

    public IEnumerable<string> Names => _byName.Keys;

    public T this[string op] => _byName[op];

    public bool TryGet(string op, out T entry) => _byName.TryGetValue(op, out entry!);
}

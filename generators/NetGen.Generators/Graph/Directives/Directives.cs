namespace NetGen.Generators.Graph;

/// <summary>All directives, by name. A new one adds its line here.</summary>
internal static class Directives
{
    private static readonly Dictionary<string, Directive> s_byName = new Directive[]
    {
        new TagDirective(),
        new FromDirective(),
        new OutputDirective(),
    }.ToDictionary(d => d.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => s_byName.Keys;

    public static bool TryGet(string name, out Directive directive) => s_byName.TryGetValue(name, out directive!);
}

namespace NetGen.Generators.Parsing;

/// <summary>One argument of a layer attribute under its parameter's or property's name.</summary>
/// <param name="Name">The constructor parameter's or property's name as written in the attribute class, such as <c>filters</c> or <c>Pad</c>.</param>
/// <param name="Number">Its number; 1 and 0 for true and false; 0 for text.</param>
/// <param name="Texts">Its text, or its texts where the parameter is an array; otherwise empty.</param>
internal readonly record struct Argument(string Name, double Number, EquatableArray<string> Texts);

/// <summary>One layer attribute as written.</summary>
/// <param name="Kind">The attribute class: <c>Conv</c> for NetGen's own, the full name with its ending for others.</param>
/// <param name="Text">The attribute as code with its arguments, such as <c>Conv(64, 3, Pad = 1)</c>.</param>
/// <param name="Arguments">Positional and named arguments that were given.</param>
/// <param name="Name">The layer's own name, where it has one.</param>
/// <param name="Repeat">How often the layer is applied.</param>
/// <param name="Index">The attribute's place among the class's layer attributes: where a problem is shown.</param>
internal sealed record LayerDeclaration(string Kind, string Text, EquatableArray<Argument> Arguments, string? Name, int Repeat, int Index)
{
    /// <summary>The kind as paths and messages give it: without namespaces and ending.</summary>
    public string ShortKind => Short(Kind);

    /// <summary>The argument of that name, where it was given.</summary>
    public Argument? Find(string name)
    {
        foreach (Argument argument in Arguments)
        {
            if (argument.Name == name)
            {
                return argument;
            }
        }

        return null;
    }

    /// <summary>A kind without namespaces and ending: <c>My.MishAttribute</c> is <c>Mish</c>.</summary>
    public static string Short(string kind)
    {
        string name = kind.Substring(kind.LastIndexOf('.') + 1);
        return name.Length > LayerAttributes.Ending.Length && name.EndsWith(LayerAttributes.Ending, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - LayerAttributes.Ending.Length)
            : name;
    }
}

/// <summary>A type around a model, outermost first.</summary>
internal readonly record struct ContainingType(string Keyword, string Name);

/// <summary>A model class as written, without symbols or places: what caching compares.</summary>
internal sealed record ModelDeclaration(
    string Namespace,
    EquatableArray<ContainingType> ContainingTypes,
    string Name,
    EquatableArray<LayerDeclaration> Layers,
    EquatableArray<Problem> Problems)
{
    /// <summary>The blocks that the layers use, and those used by these, with their own layers.</summary>
    public EquatableArray<BlockDeclaration> Blocks { get; init; }

    /// <summary>Whether a layer could not be read. What C# or <see cref="Problems"/> say of it is enough, so no graph is built and no more reported.</summary>
    public bool Incomplete { get; init; }

    /// <summary>Namespace, containing types and name with points between them.</summary>
    public string FullName => string.Join(".", new[] { Namespace }.Where(n => n.Length > 0).Concat(ContainingTypes.Select(t => t.Name)).Concat([Name]));
}

using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>One layer attribute as written.</summary>
/// <param name="Kind">The attribute class: <c>Conv</c> for NetGen's own, the full name with its ending for others.</param>
/// <param name="Text">The attribute as code with its arguments, such as <c>Conv(64, 3, Pad = 1)</c>.</param>
/// <param name="Arguments">Positional and named arguments that were given.</param>
/// <param name="Name">The layer's own name, where it has one.</param>
/// <param name="Repeat">How often the layer is applied.</param>
/// <param name="Index">The attribute's place among the class's layer attributes: where a problem is shown.</param>
internal sealed record LayerDeclaration(string Kind, string Text, EquatableArray<Argument> Arguments, string? Name, int Repeat, int Index)
{
    /// <summary>The word under which it shares its parameters with others, where it does.</summary>
    public string? Share { get; init; }

    /// <summary>Of a block: whether training computes its values again instead of keeping them.</summary>
    public bool Recompute { get; init; }

    /// <summary>What an attribute class's name ends with.</summary>
    public const string Ending = "Attribute";

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
        return name.Length > Ending.Length && name.EndsWith(Ending, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - Ending.Length)
            : name;
    }
}

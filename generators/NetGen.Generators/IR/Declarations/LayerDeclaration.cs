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

    /// <summary>
    /// Whether C# refuses it, so that what it does is not known, and its only argument has the texts in it. An attribute of no known class has no
    /// <see cref="Kind"/> and no <see cref="Index"/>: it may not even be a layer.
    /// </summary>
    public bool Refused { get; init; }

    /// <summary>
    /// Of a layer in a block, which of its arguments got their values from which of the model's attribute; null for the model's own layers, whose
    /// arguments are all on it.
    /// </summary>
    public EquatableArray<ArgumentFeed>? Feeds { get; init; }

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

    /// <summary>
    /// The argument on the model that is to blame where one of this layer is: the same, or in a block the one that it got its value from; null where
    /// that is not known.
    /// </summary>
    /// <param name="argument">The layer's argument; null for none.</param>
    public string? Blamed(string? argument)
    {
        string? own = argument is null ? null : Written(argument);
        if (own is null || Feeds is not { } feeds)
        {
            return own;
        }

        foreach (string name in ArgumentNames.Candidates(own))
        {
            foreach (ArgumentFeed feed in feeds)
            {
                if (feed.Argument == name)
                {
                    return feed.Source;
                }
            }
        }

        return null;
    }

    /// <summary>Of an input, the same with that height and width.</summary>
    public LayerDeclaration WithSize(ImageSize size) => this with
    {
        Arguments = Arguments.Select(a => a.Name switch { "h" => a with { Number = size.Height }, "w" => a with { Number = size.Width }, _ => a }).ToEquatableArray(),
    };

    /// <summary>A tag by its number is an argument of its own where tags are not given as one array.</summary>
    private string Written(string argument)
    {
        for (int i = 0, given = 0; i < ArgumentNames.Tags.Length && Find(ArgumentNames.TagArray) is null; i++)
        {
            if (Find(ArgumentNames.Tags[i]) is { Texts.Count: > 0 } && argument == ArgumentNames.Element(ArgumentNames.TagArray, given++))
            {
                return ArgumentNames.Tags[i];
            }
        }

        return argument;
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

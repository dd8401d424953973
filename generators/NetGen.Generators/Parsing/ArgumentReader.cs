using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>Reads a layer's arguments by name, with a default for those not given.</summary>
internal sealed class ArgumentReader(LayerDeclaration layer)
{
    public LayerDeclaration Layer => layer;

    public bool Has(string name) => layer.Arguments.Any(a => a.Name == name);

    public int Int(string name, int otherwise = 0) => Find(name) is { } argument ? (int)argument.Number : otherwise;

    /// <summary>A whole number; null where it is not set.</summary>
    public int? OptionalInt(string name) => Find(name) is { } argument ? (int)argument.Number : null;

    public float Float(string name, float otherwise = 0) => Find(name) is { } argument ? (float)argument.Number : otherwise;

    public bool Bool(string name, bool otherwise = false) => Find(name) is { } argument ? argument.Number != 0 : otherwise;

    /// <summary>A text, or the first of several.</summary>
    public string Text(string name, string otherwise = "") => Find(name) is { Texts.Count: > 0 } argument ? argument.Texts[0] : otherwise;

    /// <summary>A text; null where it is not set, or set to null.</summary>
    public string? OptionalText(string name) => Find(name) is { Texts.Count: > 0 } argument ? argument.Texts[0] : null;

    /// <summary>The tags of a layer that joins values, which are one array or an argument each.</summary>
    public EquatableArray<string> Tags() =>
        Find(ArgumentNames.TagArray)?.Texts ?? ArgumentNames.Tags.SelectMany(n => Find(n)?.Texts ?? EquatableArray<string>.Empty).ToEquatableArray();

    /// <summary>What a recurrent layer reads beside its sequence.</summary>
    public RecurrentTags RecurrentTags() => new(OptionalText(nameof(IR.RecurrentTags.InitialState)), OptionalText(nameof(IR.RecurrentTags.InitialCell)), Lengths());

    /// <summary>The tag that says how many of its steps each sequence has; null where none does.</summary>
    public string? Lengths() => OptionalText(nameof(IR.RecurrentTags.Lengths));

    /// <summary>A setting for height and width: the one of its own direction, else the common one, else the default.</summary>
    public (int Y, int X) Pair(string name, int otherwise)
    {
        int common = Int(name, otherwise);
        return (Int(name + "H", common), Int(name + "W", common));
    }

    /// <summary>A border, which may be the same on every side.</summary>
    public (int Top, int Bottom, int Left, int Right) Border()
    {
        int all = Int("n");
        return (Int("top", all), Int("bottom", all), Int("left", all), Int("right", all));
    }

    private Argument? Find(string name) => layer.Find(name);
}

using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>A diagnostic without its place: the rule, the layer it belongs to and the values in its message.</summary>
/// <param name="Id">Such as <c>NG0026</c>; see <c>Rules</c>.</param>
/// <param name="Layer">The attribute's index, or -1 for the class itself.</param>
/// <param name="Arguments">What the message's placeholders stand for.</param>
internal sealed record Problem(string Id, int Layer, EquatableArray<string> Arguments)
{
    /// <summary>The member of the user's that is to blame, counted among those that stand in the generated part's way; -1 for none.</summary>
    public int Member { get; init; } = -1;

    /// <summary>
    /// The attribute's argument that is to blame, by its parameter's or property's name, such as <c>filters</c>, <c>Pad</c> or, of an array,
    /// <c>tags[1]</c>; null where the whole attribute is. One that was not written (<see cref="ArgumentNames"/>) counts as the whole.
    /// </summary>
    public string? Argument { get; init; }

    /// <summary>Of a network that is compiled for several sizes, the size of the images at which it is found, where it is not the same at all; otherwise null.</summary>
    public ImageSize? Size { get; init; }

    /// <summary>Where in its class the problem is, as a word: the same for the same problem wherever the class stands in its file.</summary>
    public string Spot => Member >= 0 ? $"member {Member}" : Argument is null ? $"layer {Layer}" : $"layer {Layer} {Argument}";
}

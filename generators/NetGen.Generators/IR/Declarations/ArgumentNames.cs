namespace NetGen.Generators.IR;

/// <summary>Arguments of layers by name. A setting may be written for both directions or for one.</summary>
internal static class ArgumentNames
{
    /// <summary>The array of tags of a layer that joins values.</summary>
    public const string TagArray = "tags";

    /// <summary>The arguments of a few tags, which stand for that array.</summary>
    public static readonly string[] Tags = ["tag", "tag2", "tag3", "tag4"];

    /// <summary>An element of an array that is an argument: <c>tags[1]</c>.</summary>
    public static string Element(string array, int index) => $"{array}[{index}]";

    /// <summary>Whether an argument is an element of an array.</summary>
    public static bool IsElement(string argument, string array) => argument.StartsWith(array + "[", StringComparison.Ordinal);

    /// <summary>
    /// The names under which a setting may have been written, the likeliest first: its own, that of one direction where it is meant for both
    /// (<c>kernelH</c> for <c>kernel</c>), that of both where it is meant for one (<c>Pad</c> for <c>PadW</c>), a side's where it is meant for two (<c>PadTop</c> for <c>PadH</c>), <c>n</c> for an end or a side of a padding,
    /// an array for its element.
    /// </summary>
    public static IEnumerable<string> Candidates(string name)
    {
        yield return name;
        yield return name + "H";
        yield return name + "W";
        if (name.EndsWith("H", StringComparison.Ordinal) || name.EndsWith("W", StringComparison.Ordinal))
        {
            yield return name.Substring(0, name.Length - 1);
        }

        if (name is "PadTop" or "PadBottom" or "PadLeft" or "PadRight")
        {
            yield return name is "PadTop" or "PadBottom" ? "PadH" : "PadW";
            yield return "Pad";
        }

        if (name is "PadH" or "PadW")
        {
            yield return name == "PadH" ? "PadTop" : "PadLeft";
            yield return name == "PadH" ? "PadBottom" : "PadRight";
        }

        int bracket = name.IndexOf('[');
        if (bracket > 0)
        {
            yield return name.Substring(0, bracket);
        }

        if (name is "before" or "after" or "top" or "bottom" or "left" or "right")
        {
            yield return "n";
        }
    }
}

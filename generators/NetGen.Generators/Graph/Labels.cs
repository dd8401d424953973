using System.Text;

namespace NetGen.Generators.Graph;

/// <summary>
/// What the generated code calls layers. Whole paths would make its lines hard to read once blocks are in blocks, so a block is called by
/// its initials and number: <c>bottleneckstage3.bottleneckblock30.conv2</c> is <c>BS3_BB30_Conv2</c>.
/// </summary>
internal static class Labels
{
    /// <summary>
    /// A name of the user's, which begins with a capital here. One that was refused may be empty, and a generic class's has what no constant's name can.
    /// </summary>
    public static string OfName(string name)
    {
        StringBuilder label = new(name.Length);
        foreach (char c in name)
        {
            label.Append(label.Length == 0 ? char.ToUpperInvariant(c) : char.IsLetterOrDigit(c) ? c : '_');
        }

        return label.ToString();
    }

    /// <summary>The capitals and digits of a block's kind; the kind itself where it has none.</summary>
    public static string Initials(string kind)
    {
        StringBuilder initials = new();
        foreach (char c in kind)
        {
            if (char.IsUpper(c) || char.IsDigit(c))
            {
                initials.Append(c);
            }
        }

        return initials.Length == 0 || char.IsDigit(initials[0]) ? OfName(kind) : initials.ToString();
    }

    /// <summary>A kind with its number, between which no digits run together.</summary>
    public static string Numbered(string kind, string ordinal) => char.IsDigit(kind[kind.Length - 1]) ? $"{kind}_{ordinal}" : kind + ordinal;
}

namespace NetGen.Generators.Emission;

/// <summary>Names of generated files: the full name, bounded in length, with a hash where it was cut so that two never meet.</summary>
internal static class HintNames
{
    private const int Longest = 120;

    public static string Of(string name) => name.Length <= Longest
        ? name + ".g.cs"
        : name.Substring(0, Longest - 9) + "_" + Hash(name).ToString("x8", System.Globalization.CultureInfo.InvariantCulture) + ".g.cs";

    /// <summary>FNV-1a, which unlike <c>GetHashCode</c> is the same in every process.</summary>
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash;
    }
}

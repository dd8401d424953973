using System.Text.RegularExpressions;

namespace NetGen.Golden;

/// <summary>Which layers of a declaration the library has.</summary>
public static partial class KnownLayers
{
    /// <summary>The attributes of a declaration that are none of NetGen's, each once.</summary>
    /// <param name="declaration">Attributes as C# source.</param>
    /// <returns>Their names as written; empty where the library has them all.</returns>
    public static string[] Missing(string declaration) =>
        [.. Attribute().Matches(declaration)
            .Select(m => m.Groups[1].Value)
            .Distinct(StringComparer.Ordinal)
            .Where(name => typeof(Model).Assembly.GetType($"NetGen.{name}Attribute") is null)];

    [GeneratedRegex(@"\[\s*([A-Za-z]\w*)")]
    private static partial Regex Attribute();
}

using System.IO.Enumeration;

namespace NetGen;

/// <summary>Patterns of parameters' paths: <c>*</c> stands for any run of characters, <c>?</c> for one.</summary>
internal static class PathPatterns
{
    /// <summary>Whether a path fits a pattern as a whole.</summary>
    public static bool Fits(string pattern, string path) => FileSystemName.MatchesSimpleExpression(pattern, path, ignoreCase: false);

    /// <summary>Whether a path fits one of some patterns.</summary>
    public static bool AnyFits(IReadOnlyList<string> patterns, string path)
    {
        foreach (string pattern in patterns)
        {
            if (Fits(pattern, path))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Needs at least one pattern, and none that is empty.</summary>
    public static void Check(string[] patterns, string name)
    {
        ArgumentNullException.ThrowIfNull(patterns, name);
        if (patterns.Length == 0 || patterns.Any(string.IsNullOrEmpty))
        {
            throw new ArgumentException(
                $"expected at least one pattern of paths and none that is empty, actual [{string.Join(", ", patterns.Select(p => $"\"{p}\""))}]", name);
        }
    }

    /// <summary>What to say of the patterns that no trainable parameter fits; null where there are none.</summary>
    public static string? Unmatched(IEnumerable<string> patterns, ParameterSet parameters)
    {
        string[] wrong = [.. patterns.Where(pattern => !parameters.Any(p => p.Trainable && Fits(pattern, p.Path)))];
        return wrong.Length == 0
            ? null
            : $"no trainable parameter fits {string.Join(", ", wrong.Select(p => $"\"{p}\""))}. There are: {string.Join(", ", parameters.Where(p => p.Trainable).Select(p => p.Path))}.";
    }
}

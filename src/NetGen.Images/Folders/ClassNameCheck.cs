namespace NetGen.Images;

/// <summary>Refuses classes that are not those expected.</summary>
internal static class ClassNameCheck
{
    /// <exception cref="ArgumentException">A name is absent, empty or there twice.</exception>
    public static void Distinct(IReadOnlyList<string>? names, string parameter)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string? name in names ?? [])
        {
            if (string.IsNullOrEmpty(name) || !seen.Add(name))
            {
                throw new ArgumentException($"expected names that differ, actual {(string.IsNullOrEmpty(name) ? "an empty one" : $"\"{name}\" twice")}", parameter);
            }
        }
    }

    /// <summary>Needs the same names, in any order.</summary>
    /// <exception cref="DataFileException">Some are missing, or there are others.</exception>
    public static void Same(IReadOnlyList<string> expected, IReadOnlyList<string> actual, string folder)
    {
        string[] missing = [.. expected.Except(actual, StringComparer.Ordinal)];
        string[] extra = [.. actual.Except(expected, StringComparer.Ordinal)];
        if (missing.Length + extra.Length > 0)
        {
            throw new DataFileException(folder, $"expected the classes {List(expected)}; missing: {List(missing)}; extra: {List(extra)}");
        }
    }

    /// <summary>Needs the same names by the same numbers.</summary>
    /// <exception cref="DataFileException">Some are missing, or there are others, or their order is another.</exception>
    public static void SameOrder(IReadOnlyList<string> expected, IReadOnlyList<string> actual, string folder)
    {
        Same(expected, actual, folder);
        if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
        {
            throw new DataFileException(folder, $"expected the classes in the order {List(expected)}, actual {List(actual)}");
        }
    }

    private static string List(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);
}

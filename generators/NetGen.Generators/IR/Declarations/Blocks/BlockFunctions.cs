namespace NetGen.Generators.IR;

/// <summary>What blocks know of <see cref="Math"/>.</summary>
internal static class BlockFunctions
{
    /// <summary>The functions, and how many numbers each takes.</summary>
    public static IReadOnlyDictionary<string, int> Arguments { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["Abs"] = 1,
        ["Ceiling"] = 1,
        ["Floor"] = 1,
        ["Log2"] = 1,
        ["Max"] = 2,
        ["Min"] = 2,
        ["Pow"] = 2,
        ["Round"] = 1,
        ["Sqrt"] = 1,
    };
}

namespace NetGen.Fuzz.Networks;

/// <summary>A random declaration.</summary>
/// <param name="Seed">What it follows from.</param>
/// <param name="Declaration">Blocks and the model <c>Net</c> as C# source.</param>
/// <param name="Plain">What the model should compute; null where the declaration was damaged, so that nobody knows.</param>
internal sealed record NetworkCase(ulong Seed, string Declaration, PlainNetwork? Plain)
{
    /// <summary>A namespace of its own, so that cases can share a compilation.</summary>
    public string Namespace => $"Case{Seed}";

    public string Path => $"Case{Seed}.cs";

    public string Source => $"using NetGen;\nnamespace {Namespace};\n{Declaration}";
}

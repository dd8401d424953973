namespace NetGen.Generators.Graph;

/// <summary>A value with a tag.</summary>
internal sealed class Tagged(string name, int value, int layer)
{
    public string Name => name;

    /// <summary>The node that makes it.</summary>
    public int Value => value;

    /// <summary>The index of the attribute that tags it.</summary>
    public int Layer => layer;

    /// <summary>Whether any layer asked for it.</summary>
    public bool Used { get; set; }
}

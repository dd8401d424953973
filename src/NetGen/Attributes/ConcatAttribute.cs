namespace NetGen;

/// <summary>The channels of the current value, then those of the tagged ones in the order given: images of the same height and width.</summary>
/// <param name="tags">The tags of the other values.</param>
public sealed class ConcatAttribute(params string[] tags) : LayerAttribute
{
    /// <summary>The tags of the other values.</summary>
    public IReadOnlyList<string> Tags { get; } = tags;
}

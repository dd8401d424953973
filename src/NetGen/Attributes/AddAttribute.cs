namespace NetGen;

/// <summary>The sum of the current value and the tagged ones, which have the same shape.</summary>
/// <param name="tags">The tags of the other values.</param>
public sealed class AddAttribute(params string[] tags) : LayerAttribute
{
    /// <summary>The tags of the other values.</summary>
    public IReadOnlyList<string> Tags { get; } = tags;
}

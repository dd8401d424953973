namespace NetGen;

/// <summary>The product of the current value and the tagged ones, element by element. A vector (C) scales the channels of an image (C, H, W), either way round.</summary>
/// <param name="tags">The tags of the other values.</param>
public sealed class MultiplyAttribute(params string[] tags) : LayerAttribute
{
    /// <summary>The tags of the other values.</summary>
    public IReadOnlyList<string> Tags { get; } = tags;
}

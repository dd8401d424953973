namespace NetGen;

/// <summary>The channels of the current value, then those of the tagged ones in the order given: images of the same height and width, or feature vectors. PyTorch: <c>torch.cat([x, y], 1)</c>.</summary>
/// <remarks>Images (C₁, H, W), (C₂, H, W), … give (C₁ + C₂ + …, H, W); feature vectors (F₁), (F₂), … give (F₁ + F₂ + …). A feature vector and an image do
/// not go together (NG0031): <see cref="FlattenAttribute"/> turns an image into a feature vector, in the order C, H, W.</remarks>
public sealed class ConcatAttribute : LayerAttribute
{
    /// <summary>Appends up to four tagged values.</summary>
    /// <param name="tag">The tag of the first of them.</param>
    /// <param name="tag2">The tag of the second.</param>
    /// <param name="tag3">The tag of the third.</param>
    /// <param name="tag4">The tag of the fourth.</param>
    public ConcatAttribute(string tag, string? tag2 = null, string? tag3 = null, string? tag4 = null) =>
        Tags = [.. new[] { tag, tag2, tag3, tag4 }.OfType<string>()];

    /// <summary>Appends any number of tagged values.</summary>
    /// <param name="tags">The tags of the other values.</param>
    /// <remarks>The Common Language Specification leaves out arrays in attributes, so there is a constructor without one.</remarks>
    [CLSCompliant(false)]
    public ConcatAttribute(params string[] tags) => Tags = tags;

    /// <summary>The tags of the other values.</summary>
    public IReadOnlyList<string> Tags { get; }
}

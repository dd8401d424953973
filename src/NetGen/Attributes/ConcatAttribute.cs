namespace NetGen;

/// <summary>The channels of the current value, then those of the tagged ones in the order given: images of the same height and width, or feature vectors.</summary>
/// <remarks>Images (C₁, H, W), (C₂, H, W), … give (C₁ + C₂ + …, H, W); feature vectors (F₁), (F₂), … give (F₁ + F₂ + …). A feature vector and an image do
/// not go together (NG0031): <see cref="FlattenAttribute"/> turns an image into a feature vector, in the order C, H, W.</remarks>
/// <param name="tags">The tags of the other values.</param>
public sealed class ConcatAttribute(params string[] tags) : LayerAttribute
{
    /// <summary>The tags of the other values.</summary>
    public IReadOnlyList<string> Tags { get; } = tags;
}

namespace NetGen;

/// <summary>The product of the current value and the tagged ones, element by element. A vector (C) scales the channels of an image (C, H, W), either way round. PyTorch: <c>x * y</c>, with <c>[:, :, None, None]</c> after a vector.</summary>
/// <remarks>One of the values has the product's shape, and each other has its sizes or 1 in place of them, as by NumPy's rules: (1, H, W), a map of attention, scales each pixel of (C, H, W), and (T, 1) each
/// step of (T, F).</remarks>
public sealed class MultiplyAttribute : LayerAttribute
{
    /// <summary>Multiplies by up to four tagged values.</summary>
    /// <param name="tag">The tag of the first of them.</param>
    /// <param name="tag2">The tag of the second.</param>
    /// <param name="tag3">The tag of the third.</param>
    /// <param name="tag4">The tag of the fourth.</param>
    public MultiplyAttribute(string tag, string? tag2 = null, string? tag3 = null, string? tag4 = null) =>
        Tags = [.. new[] { tag, tag2, tag3, tag4 }.OfType<string>()];

    /// <summary>Multiplies by any number of tagged values.</summary>
    /// <param name="tags">The tags of the other values.</param>
    /// <remarks>The Common Language Specification leaves out arrays in attributes, so there is a constructor without one.</remarks>
    [CLSCompliant(false)]
    public MultiplyAttribute(params string[] tags) => Tags = tags;

    /// <summary>The tags of the other values.</summary>
    public IReadOnlyList<string> Tags { get; }
}

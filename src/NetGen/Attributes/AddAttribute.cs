namespace NetGen;

/// <summary>The sum of the current value and the tagged ones, x + y + …: (C, H, W), (T, F) or (F). PyTorch: <c>x + y</c>, with <c>[:, :, None, None]</c> after a vector; Keras's <c>Add</c>.</summary>
/// <remarks>One of the values has the sum's shape, and each other has its sizes or 1 in place of them: (C, 1, 1), (1, H, W), (1, 1, 1), … are repeated to (C, H, W), (1, F) and (T, 1) to (T, F),
/// in any order, as by NumPy's rules. A vector (C) is added to each pixel of (C, H, W), (F) to each step of (T, F), a single number (1) to everything.</remarks>
public sealed class AddAttribute : LayerAttribute
{
    /// <summary>Adds up to four tagged values.</summary>
    /// <param name="tag">The tag of the first of them.</param>
    /// <param name="tag2">The tag of the second.</param>
    /// <param name="tag3">The tag of the third.</param>
    /// <param name="tag4">The tag of the fourth.</param>
    public AddAttribute(string tag, string? tag2 = null, string? tag3 = null, string? tag4 = null) =>
        Tags = [.. new[] { tag, tag2, tag3, tag4 }.OfType<string>()];

    /// <summary>Adds any number of tagged values.</summary>
    /// <param name="tags">The tags of the other values.</param>
    /// <remarks>The Common Language Specification leaves out arrays in attributes, so there is a constructor without one.</remarks>
    [CLSCompliant(false)]
    public AddAttribute(params string[] tags) => Tags = tags;

    /// <summary>The tags of the other values.</summary>
    public IReadOnlyList<string> Tags { get; }
}

namespace NetGen;

/// <summary>The sum of the current value and the tagged ones, x + y + …: all of one shape, (C, H, W), (T, F) or (F), and so is the sum. PyTorch: <c>x + y</c>; Keras's <c>Add</c>.</summary>
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

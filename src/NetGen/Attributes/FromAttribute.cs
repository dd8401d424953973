namespace NetGen;

/// <summary>Goes on from the value with this tag instead of the current one, in its shape. In PyTorch a variable that is used once more.</summary>
/// <param name="tag">The tag.</param>
public sealed class FromAttribute(string tag) : LayerAttribute
{
    /// <summary>The tag.</summary>
    public string Tag { get; } = tag;
}

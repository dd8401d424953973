namespace NetGen;

/// <summary>
/// Names the value at this point, for <see cref="FromAttribute"/>, <see cref="AddAttribute"/> and their like, and for
/// <see cref="Predictor.Features"/>, which reads it back after training.
/// </summary>
/// <param name="tag">The name, once a model.</param>
public sealed class TagAttribute(string tag) : LayerAttribute
{
    /// <summary>The name, once a model.</summary>
    public string Tag { get; } = tag;
}

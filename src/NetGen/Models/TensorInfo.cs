namespace NetGen;

/// <summary>A named value of a model.</summary>
/// <param name="Name">Its tag, or the name of an input or output.</param>
/// <param name="Shape">Channels, height, width; or features alone.</param>
public sealed record TensorInfo(string Name, IReadOnlyList<int> Shape)
{
    /// <summary>Of a tag, whether <see cref="Model.FeatureGradients"/> gives the gradient by it: <see cref="TagAttribute.Gradient"/>.</summary>
    public bool HasGradient { get; init; }

    /// <summary>Values of one image.</summary>
    public int Size { get; } = ShapeSize.Of(Shape);
}

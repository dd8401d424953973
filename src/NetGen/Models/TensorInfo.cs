namespace NetGen;

/// <summary>A named value of a model.</summary>
/// <param name="Name">Its tag, or the name of an input or output.</param>
/// <param name="Shape">Channels, height, width; or features alone.</param>
public sealed record TensorInfo(string Name, IReadOnlyList<int> Shape)
{
    /// <summary>Of a tag, whether <see cref="Model.FeatureGradients"/> gives the gradient by it: <see cref="TagAttribute.Gradient"/>.</summary>
    public bool HasGradient { get; init; }

    /// <summary>Of an input that an <see cref="EmbeddingAttribute"/> reads, how many words there are: its values are whole numbers from 0 to under that. 0 for others.</summary>
    public int Words { get; init; }

    /// <summary>
    /// Of an input that says how many steps a sequence has (<see cref="LSTMAttribute.Lengths"/> and its like), the most there may be: its value is a whole number from 1 to that. 0 for others.
    /// </summary>
    public int MaxLength { get; init; }

    /// <summary>Of an input, whether <see cref="StepPredictor"/> takes its steps one by one: <see cref="InputAttribute.Stepwise"/>.</summary>
    public bool Stepwise { get; init; }

    /// <summary>Values of one image.</summary>
    public int Size { get; } = ShapeSize.Of(Shape);
}

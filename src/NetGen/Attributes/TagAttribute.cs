namespace NetGen;

/// <summary>
/// Names the value at this point, whose shape stays, for <see cref="FromAttribute"/>, <see cref="AddAttribute"/> and their like, and for
/// <see cref="Predictor.Features"/>, which reads it back after training; with <see cref="Gradient"/> for <see cref="Model.FeatureGradients"/> and <see cref="GradCam"/>, too. In PyTorch a variable, or what a forward hook reads.
/// </summary>
/// <param name="tag">The name, once a model.</param>
public sealed class TagAttribute(string tag) : LayerAttribute
{
    /// <summary>The name, once a model.</summary>
    public string Tag { get; } = tag;

    /// <summary>
    /// Whether the gradient of outputs by the value can be asked for, which <see cref="Model.FeatureGradients"/> and <see cref="GradCam"/> need: code for it is generated, while
    /// predictions and training stay as they are. Not in blocks, whose tags are none of the model's.
    /// </summary>
    public bool Gradient { get; set; }
}

namespace NetGen;

/// <summary>The shape of the model's input without the batch; always the first layer: (c, h, w) for images, (n) for feature vectors, (steps, features) for sequences. In PyTorch what <c>forward</c> is given; Keras's <c>Input</c>.</summary>
/// <remarks>
/// Further inputs come directly after the first, each with a <see cref="LayerAttribute.Name"/>, which serves as a tag for
/// <see cref="FromAttribute"/>, <see cref="AddAttribute"/> and their like; the first may have one as well. Layers go on from the first.
/// A sample then holds the values of all inputs one after the other, in the order declared.
/// <para>
/// A network whose parameters do not depend on the size of its images may be declared for several sizes: <c>[Input(3, Any, Any, Sizes = "240x320, 480x640")]</c>, with <c>using static NetGen.Dimension;</c>. It is compiled and checked for
/// each. The model itself is that of the first size; <see cref="Model.ForSize"/> gives those of the others, with the same parameters.
/// </para>
/// </remarks>
public sealed class InputAttribute : LayerAttribute
{
    /// <summary>Declares images.</summary>
    /// <param name="c">The channels. From 1 to 16,777,216.</param>
    /// <param name="h">The height, or <see cref="Dimension.Any"/>. From 1 to 16,777,216.</param>
    /// <param name="w">The width, or <see cref="Dimension.Any"/>. From 1 to 16,777,216.</param>
    public InputAttribute(int c, int h, int w) => Shape = [c, h, w];

    /// <summary>Declares feature vectors.</summary>
    /// <param name="features">The numbers in a vector. From 1 to 16,777,216.</param>
    public InputAttribute(int features) => Shape = [features];

    /// <summary>Declares sequences, each a number of steps with a feature vector each. A sample's values are the features of the first step, then those of the second: PyTorch's <c>batch_first</c>.</summary>
    /// <param name="steps">The steps, which every sample has. From 1 to 16,777,216.</param>
    /// <param name="features">The numbers of a step. From 1 to 16,777,216.</param>
    public InputAttribute(int steps, int features) => Shape = [steps, features];

    /// <summary>
    /// Whether <see cref="Model.CreateStepPredictor"/> predicts the steps of this sequence, or of the words that an <see cref="EmbeddingAttribute"/> reads, one at a time. What looks over all steps is then
    /// an error (NG0080). Training and whole predictions are the same with it.
    /// </summary>
    public bool Stepwise { get; set; }

    /// <summary>
    /// The sizes that images may have where the height, the width or both are <see cref="Dimension.Any"/>: up to eight, height first, such as <c>"240x320, 480x640"</c>. Where inputs are several, those that are open have as many
    /// sizes each, and the ones at the same place go together.
    /// </summary>
    public string? Sizes { get; set; }

    /// <summary>Channels, height and width; or the features alone; or steps and features.</summary>
    public IReadOnlyList<int> Shape { get; }
}

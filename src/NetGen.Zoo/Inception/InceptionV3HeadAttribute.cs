using System.ComponentModel;

namespace NetGen.Zoo;

/// <summary>
/// The auxiliary classifier of Inception-v3, in training only (Szegedy et al. 2015, section 4, figure 8): average pool 5×5 of stride 3, convolutions
/// of 1×1 and 5×5 with batch norm, dense. (C, H, W) to (<c>classes</c>), a further output of the model; H and W are 17 or more.
/// </summary>
/// <param name="classes">The outputs, as many as the model's own.</param>
/// <param name="output">The output's name.</param>
[Layers("""
    [AvgPool(5, Stride = 3)]
    [InceptionConv(128, 1, 1, Name = "conv1")] [InceptionConv(768, 5, 5, Valid = true, Name = "conv2")]
    [GlobalAvgPool] [Dense(classes, Name = "classifier")]
    [Output(output, Weight = Weight)]
    """)]
public sealed class InceptionV3HeadAttribute(int classes, string output) : BlockAttribute
{
    /// <summary>The outputs.</summary>
    public int Classes { get; } = classes;

    /// <summary>The output's name.</summary>
    public string Output { get; } = output;

    /// <summary>What its loss is multiplied with: the authors' code has 0.4.</summary>
    [DefaultValue(0.4f)]
    public float Weight { get; set; } = 0.4f;
}

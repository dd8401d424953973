using System.ComponentModel;

namespace NetGen.Zoo;

/// <summary>
/// An auxiliary classifier of GoogLeNet, which sends gradients into the middle of the network while it trains (Szegedy et al. 2014, section 5):
/// average pool 5×5 of stride 3, 1×1 convolution, two dense layers. (C, H, W) to (<c>classes</c>), a further output of the model.
/// </summary>
/// <param name="classes">The outputs, as many as the model's own.</param>
/// <param name="output">The output's name.</param>
[Layers("""
    [AvgPool(5, Stride = 3)]
    [Conv(128, 1)] [ReLU] [Flatten]
    [Dense(1024)] [ReLU] [Dropout(0.7f)]
    [Dense(classes, Name = "classifier")]
    [Output(output, Weight = Weight)]
    """)]
public sealed class GoogLeNetHeadAttribute(int classes, string output) : BlockAttribute
{
    /// <summary>The outputs.</summary>
    public int Classes { get; } = classes;

    /// <summary>The output's name.</summary>
    public string Output { get; } = output;

    /// <summary>What its loss is multiplied with.</summary>
    [DefaultValue(0.3f)]
    public float Weight { get; set; } = 0.3f;
}

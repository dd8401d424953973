using System.ComponentModel;

namespace NetGen.Zoo;

/// <summary>
/// A residual network for small images: He, Zhang, Ren, Sun 2015, "Deep Residual Learning for Image Recognition", section 4.2. A 3×3
/// convolution, three stages of 2·blocks convolutions each, global average pool, dense layer: 6·blocks + 2 layers with weights.
/// (C, H, W) to (classes).
/// </summary>
/// <param name="blocks">The blocks of each stage: 3 make 20 layers, 9 make 56, 18 make 110.</param>
/// <param name="classes">The outputs.</param>
[Layers("""
    [Conv(Width, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
    [CifarStage(Width, blocks, Projection = Projection, Plain = Plain)]
    [CifarStage(Width * 2, blocks, Stride = 2, Projection = Projection, Plain = Plain)]
    [CifarStage(Width * 4, blocks, Stride = 2, Projection = Projection, Plain = Plain)]
    [GlobalAvgPool]
    [Dense(classes)]
    """)]
public sealed class CifarResNetAttribute(int blocks, int classes = 10) : BlockAttribute
{
    /// <summary>The blocks of each stage.</summary>
    public int Blocks { get; } = blocks;

    /// <summary>The outputs.</summary>
    public int Classes { get; } = classes;

    /// <summary>The filters of the first stage; the others have two and four times as many.</summary>
    [DefaultValue(16)]
    public int Width { get; set; } = 16;

    /// <summary>
    /// Whether a shortcut is a 1×1 convolution with batch norm where the shape changes (option B), instead of every second pixel between
    /// channels of zeros (option A).
    /// </summary>
    public bool Projection { get; set; }

    /// <summary>Whether there are no shortcuts: the paper's plain networks, to compare with.</summary>
    public bool Plain { get; set; }
}

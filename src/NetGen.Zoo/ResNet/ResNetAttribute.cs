using System.ComponentModel;

namespace NetGen.Zoo;

/// <summary>
/// A residual network for large images: He, Zhang, Ren, Sun 2015, "Deep Residual Learning for Image Recognition", table 1. A 7×7
/// convolution and a max pool, four stages of blocks, global average pool, dense layer. (C, H, W) to (classes); 224×224 images reach the
/// pool as 7×7.
/// </summary>
/// <param name="depth">The layers with weights: 18 or 34, of basic blocks; 50, 101 or 152, of bottleneck blocks.</param>
/// <param name="classes">The outputs.</param>
[Layers("""
    [Conv(Width, 7, Stride = 2, Pad = 3, Bias = false)] [BatchNorm] [ReLU]
    [MaxPool(3, Stride = 2, Pad = 1)]
    if (depth == 18 || depth == 34)
    {
        if (StrideFirst) { throw "StrideFirst is a matter of bottleneck blocks, but ResNet(" + depth + ") has basic ones"; }
        [BasicStage(Width, depth == 18 ? 2 : 3)]
        [BasicStage(Width * 2, depth == 18 ? 2 : 4, Stride = 2)]
        [BasicStage(Width * 4, depth == 18 ? 2 : 6, Stride = 2)]
        [BasicStage(Width * 8, depth == 18 ? 2 : 3, Stride = 2)]
    }
    else if (depth == 50 || depth == 101 || depth == 152)
    {
        [BottleneckStage(Width, 3)]
        [BottleneckStage(Width * 2, depth == 152 ? 8 : 4, Stride = 2, StrideFirst = StrideFirst)]
        [BottleneckStage(Width * 4, depth == 50 ? 6 : depth == 101 ? 23 : 36, Stride = 2, StrideFirst = StrideFirst)]
        [BottleneckStage(Width * 8, 3, Stride = 2, StrideFirst = StrideFirst)]
    }
    else
    {
        throw "depth must be 18, 34, 50, 101 or 152, but is " + depth;
    }
    [GlobalAvgPool]
    [Dense(classes)]
    """)]
public sealed class ResNetAttribute(int depth, int classes = 1000) : BlockAttribute
{
    /// <summary>The layers with weights.</summary>
    public int Depth { get; } = depth;

    /// <summary>The outputs.</summary>
    public int Classes { get; } = classes;

    /// <summary>The filters of the first convolution, and within the first stage's blocks; each further stage doubles them.</summary>
    [DefaultValue(64)]
    public int Width { get; set; } = 64;

    /// <summary>
    /// Whether a bottleneck block's stride is in its first 1×1 convolution, as published, instead of in the 3×3 one, as torchvision has
    /// it ("ResNet v1.5").
    /// </summary>
    public bool StrideFirst { get; set; }
}

using System.ComponentModel;

namespace NetGen.Bench.Models;

/// <summary>
/// MobileNet of full width: 4,231,976 parameters. Howard et al. 2017, "MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications",
/// table 1.
/// </summary>
[Input(3, 224, 224)]
[Conv(32, 3, Stride = 2, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
[DepthwiseSeparable(64)]
[DepthwiseSeparable(128, Stride = 2)]
[DepthwiseSeparable(128)]
[DepthwiseSeparable(256, Stride = 2)]
[DepthwiseSeparable(256)]
[DepthwiseSeparable(512, Stride = 2)]
[DepthwiseSeparable(512, Repeat = 5)]
[DepthwiseSeparable(1024, Stride = 2)]
[DepthwiseSeparable(1024)]
[GlobalAvgPool]
[Dense(1000)]
[SoftmaxCrossEntropy]
public sealed partial class MobileNet;

/// <summary>A 3×3 convolution of each channel by itself and a 1×1 convolution, each with batch norm and ReLU. (C, H, W) to (filters, H / stride, W / stride).</summary>
/// <param name="filters">The output channels.</param>
[Layers("""
    [DepthwiseConv(3, Stride = Stride, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
    [Conv(filters, 1, Bias = false)] [BatchNorm] [ReLU]
    """)]
public sealed class DepthwiseSeparableAttribute(int filters) : BlockAttribute
{
    /// <summary>The output channels.</summary>
    public int Filters { get; } = filters;

    /// <summary>The stride of the first convolution.</summary>
    [DefaultValue(1)]
    public int Stride { get; set; } = 1;
}

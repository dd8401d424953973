namespace NetGen.Bench.Models;

/// <summary>
/// SqueezeNet 1.1, as torchvision has it: 1,235,496 parameters. Iandola et al. 2016, "SqueezeNet: AlexNet-level accuracy with 50x fewer parameters and
/// &lt;0.5MB model size".
/// </summary>
[Input(3, 224, 224)]
[Conv(64, 3, Stride = 2)] [ReLU]
[MaxPool(3, Stride = 2, CeilMode = true)]
[Fire(16, 64, Repeat = 2)]
[MaxPool(3, Stride = 2, CeilMode = true)]
[Fire(32, 128, Repeat = 2)]
[MaxPool(3, Stride = 2, CeilMode = true)]
[Fire(48, 192, Repeat = 2)]
[Fire(64, 256, Repeat = 2)]
[Dropout(0.5f)]
[Conv(1000, 1)] [ReLU]
[GlobalAvgPool]
[SoftmaxCrossEntropy]
public sealed partial class SqueezeNet;

/// <summary>A 1×1 convolution to few channels, and side by side a 1×1 and a 3×3 one from those. (C, H, W) to (2·expand, H, W).</summary>
/// <param name="squeeze">The channels between.</param>
/// <param name="expand">The channels of each of the two.</param>
[Layers("""
    [Conv(squeeze, 1)] [ReLU] [Tag("squeezed")]
    [Conv(expand, 1)] [ReLU] [Tag("expanded1")]
    [From("squeezed")] [Conv(expand, 3, Pad = 1)] [ReLU] [Tag("expanded3")]
    [From("expanded1")] [Concat("expanded3")]
    """)]
public sealed class FireAttribute(int squeeze, int expand) : BlockAttribute
{
    /// <summary>The channels between.</summary>
    public int Squeeze { get; } = squeeze;

    /// <summary>The channels of each of the two.</summary>
    public int Expand { get; } = expand;
}

using NetGen;

namespace Transfer;

/// <summary>
/// A ResNet-18 under a new last layer: He, Zhang, Ren, Sun 2015, "Deep Residual Learning for Image Recognition", table 1, with a ninth block, which the featurizer has that the weights come from.
/// </summary>
[Input(3, 224, 224)]
[Conv(64, 7, Stride = 2, Pad = 3, Bias = false)] [BatchNorm] [ReLU]
[MaxPool(3, Stride = 2, Pad = 1)]
[BasicBlock(64, Repeat = 2)]
[BasicBlock(128, Stride = 2)] [BasicBlock(128)]
[BasicBlock(256, Stride = 2)] [BasicBlock(256)]
[BasicBlock(512, Stride = 2)] [BasicBlock(512, Repeat = 2)]
[GlobalAvgPool] [Tag("features")]
[Dense(2, Name = "head")]
[SoftmaxCrossEntropy]
public sealed partial class AntsAndBees
{
    /// <summary>What the weights were trained with: bytes minus these means of red, green and blue (of the package's mean image), and not divided by anything.</summary>
    public static IReadOnlyList<float> Mean { get; } = [123.15f / 255, 115.90f / 255, 103.06f / 255];

    /// <summary>1 on bytes.</summary>
    public static IReadOnlyList<float> Deviation { get; } = [1f / 255, 1f / 255, 1f / 255];
}

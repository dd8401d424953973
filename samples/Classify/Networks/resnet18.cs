using NetGen;

namespace Classify;

/// <summary>
/// ResNet-18 (He et al. 2015, table 1) with a ninth block, under a new last layer: the body that samples/Transfer has, and samples/TransferWeights writes the weights of.
/// </summary>
[Input(3, BuiltFor.Size, BuiltFor.Size)]
[Conv(64, 7, Stride = 2, Pad = 3, Bias = false)] [BatchNorm] [ReLU]
[MaxPool(3, Stride = 2, Pad = 1)]
[BasicBlock(64, Repeat = 2)]
[BasicBlock(128, Stride = 2)] [BasicBlock(128)]
[BasicBlock(256, Stride = 2)] [BasicBlock(256)]
[BasicBlock(512, Stride = 2)] [BasicBlock(512, Repeat = 2)] [Tag(Seen, Gradient = true)]
[GlobalAvgPool]
[Dense(BuiltFor.Classes, Name = "head")]
[SoftmaxCrossEntropy]
public sealed partial class Classifier
{
    /// <summary>The name of the last maps, at which is seen what a prediction goes by.</summary>
    public const string Seen = "seen";

    /// <summary>What those weights were trained with: bytes minus these means, and not divided by anything.</summary>
    public static IReadOnlyList<float> Mean { get; } = [123.15f / 255, 115.90f / 255, 103.06f / 255];

    /// <summary>1 on bytes.</summary>
    public static IReadOnlyList<float> Deviation { get; } = [1f / 255, 1f / 255, 1f / 255];
}

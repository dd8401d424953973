using NetGen;

namespace Classify;

/// <summary>
/// A residual network for pictures of about 64 to 128 pixels that are few and trained from scratch: a convolution with a stride, then five of ResNet's basic blocks (He et al. 2015) that
/// halve the picture three times, each channel's mean, dropout.
/// </summary>
[Input(3, BuiltFor.Size, BuiltFor.Size)]
[Conv(32, 3, Stride = 2, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
[BasicBlock(32)]
[BasicBlock(64, Stride = 2)]
[BasicBlock(128, Stride = 2)]
[BasicBlock(128)]
[BasicBlock(256, Stride = 2)] [Tag(Seen, Gradient = true)]
[GlobalAvgPool]
[Dropout(0.2f)]
[Dense(BuiltFor.Classes)]
[SoftmaxCrossEntropy]
public sealed partial class Classifier
{
    /// <summary>The name of the last maps, at which is seen what a prediction goes by.</summary>
    public const string Seen = "seen";

    /// <summary>ImageNet's, of red, green and blue.</summary>
    public static IReadOnlyList<float> Mean { get; } = [0.485f, 0.456f, 0.406f];

    /// <summary>ImageNet's.</summary>
    public static IReadOnlyList<float> Deviation { get; } = [0.229f, 0.224f, 0.225f];
}

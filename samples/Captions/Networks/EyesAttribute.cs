using NetGen;

namespace Captions;

/// <summary>The convolutions that look at a picture: of (3, 64, 64) they make 96 features at each of 4×4 places.</summary>
[Layers("""
    [Conv(16, 5, Stride = 2, Pad = 2, Bias = false)] [BatchNorm] [ReLU]
    [Conv(32, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU] [MaxPool(2)]
    [Conv(64, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU] [MaxPool(2)]
    [Conv(96, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU] [MaxPool(2)]
    """)]
public sealed class EyesAttribute : BlockAttribute;

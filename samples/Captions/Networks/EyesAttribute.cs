using NetGen;

namespace Captions;

/// <summary>
/// The convolutions that look at a picture: of (3, 64, 64) they make a map of 8×8 places for each noun, as large as they take it to be there. Each place sees 55 pixels around it, the largest of things whole.
/// </summary>
[Layers("""
    [Conv(16, 5, Stride = 2, Pad = 2, Bias = false)] [BatchNorm] [ReLU]
    [Conv(32, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU] [MaxPool(2)]
    [Conv(64, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU] [MaxPool(2)]
    [Conv(96, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
    [Conv(96, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
    [Conv(30, 1, Name = "nouns")]
    """)]
public sealed class EyesAttribute : BlockAttribute;

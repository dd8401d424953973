using NetGen;

namespace Style;

/// <summary>
/// The first three stages of ResNet-18 (He, Zhang, Ren and Sun 2015, table 1), whose maps at five depths tell styles, and the content at the fourth. What <c>samples/Transfer</c> has after them is left out.
/// </summary>
[Layers("""
    [Conv(64, 7, Stride = 2, Pad = 3, Bias = false)] [BatchNorm] [ReLU] [Output("conv1")]
    [MaxPool(3, Stride = 2, Pad = 1)]
    [BasicBlock(64)] [Output("block1")]
    [BasicBlock(64)] [Output("block2")]
    [BasicBlock(128, Stride = 2)] [BasicBlock(128)] [Output("block4")]
    [BasicBlock(256, Stride = 2)] [BasicBlock(256)]
    """)]
public sealed class PretrainedFeaturesAttribute : BlockAttribute;

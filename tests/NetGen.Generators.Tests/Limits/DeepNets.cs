namespace NetGen.Generators.Tests.Limits;

/// <summary>The deep residual networks of He et al. 2015, tables 1 and 6.</summary>
internal static class DeepNets
{
    /// <summary>50 layers for images of 224 × 224.</summary>
    public static readonly string ResNet50 = ResNet(3, 4, 6, 3);

    /// <summary>152 layers for images of 224 × 224.</summary>
    public static readonly string ResNet152 = ResNet(3, 8, 36, 3);

    /// <summary>1202 layers for images of 32 × 32.</summary>
    public static readonly string ResNet1202 =
        "[Input(3, 32, 32)] [Conv(16, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU] [BasicBlock(16, Repeat = 200)] "
        + "[BasicBlock(32, Stride = 2)] [BasicBlock(32, Repeat = 199)] [BasicBlock(64, Stride = 2)] [BasicBlock(64, Repeat = 199)] "
        + "[GlobalAvgPool] [Dense(10)] [SoftmaxCrossEntropy]";

    private static string ResNet(int first, int second, int third, int fourth) =>
        "[Input(3, 224, 224)] [Conv(64, 7, Stride = 2, Pad = 3, Bias = false)] [BatchNorm] [ReLU] [MaxPool(3, Stride = 2, Pad = 1)] "
        + $"[BottleneckBlock(64, Repeat = {first})] "
        + $"[BottleneckBlock(128, Stride = 2)] [BottleneckBlock(128, Repeat = {second - 1})] "
        + $"[BottleneckBlock(256, Stride = 2)] [BottleneckBlock(256, Repeat = {third - 1})] "
        + $"[BottleneckBlock(512, Stride = 2)] [BottleneckBlock(512, Repeat = {fourth - 1})] "
        + "[GlobalAvgPool] [Dense(1000)] [SoftmaxCrossEntropy]";
}

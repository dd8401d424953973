namespace NetGen.Zoo;

/// <summary>Ten convolutions and a dense layer, over CIFAR-10.</summary>
[Input(3, 32, 32)] [AblationNet] [SoftmaxCrossEntropy]
public sealed partial class AblationPlain;

/// <summary>The plain network with batch norm.</summary>
[Input(3, 32, 32)] [AblationNet(BatchNorm = true)] [SoftmaxCrossEntropy]
public sealed partial class AblationBatchNorm;

/// <summary>That with residual blocks.</summary>
[Input(3, 32, 32)] [AblationNet(BatchNorm = true, ResBlocks = true)] [SoftmaxCrossEntropy]
public sealed partial class AblationResBlock;

/// <summary>That with global average pooling.</summary>
[Input(3, 32, 32)] [AblationNet(BatchNorm = true, ResBlocks = true, Gap = true)] [SoftmaxCrossEntropy]
public sealed partial class AblationGap;

/// <summary>That with dropout.</summary>
[Input(3, 32, 32)] [AblationNet(BatchNorm = true, ResBlocks = true, Gap = true, Dropout = true)] [SoftmaxCrossEntropy]
public sealed partial class AblationDropout;

internal static class AblationFamily
{
    private const string Paper = "NetGen's own: ten convolutions and what each addition is worth";

    public static IEnumerable<ZooNetwork> Networks =>
    [
        new("Ablation: ten convolutions", Paper, seed => new AblationPlain(seed), () => AblationPlain.Info),
        new("Ablation: + batch norm", Paper, seed => new AblationBatchNorm(seed), () => AblationBatchNorm.Info),
        new("Ablation: + residual blocks", Paper, seed => new AblationResBlock(seed), () => AblationResBlock.Info),
        new("Ablation: + global average pooling", Paper, seed => new AblationGap(seed), () => AblationGap.Info),
        new("Ablation: + dropout", Paper, seed => new AblationDropout(seed), () => AblationDropout.Info),
    ];
}

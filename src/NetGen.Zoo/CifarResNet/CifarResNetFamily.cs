namespace NetGen.Zoo;

/// <summary>ResNet-20 with shortcuts without parameters (option A) over CIFAR-10: 269,722 parameters.</summary>
[Input(3, 32, 32)] [CifarResNet(3)] [SoftmaxCrossEntropy]
public sealed partial class CifarResNet20;

/// <summary>ResNet-32 with shortcuts without parameters (option A) over CIFAR-10: 464,154 parameters.</summary>
[Input(3, 32, 32)] [CifarResNet(5)] [SoftmaxCrossEntropy]
public sealed partial class CifarResNet32;

/// <summary>ResNet-44 with shortcuts without parameters (option A) over CIFAR-10: 658,586 parameters.</summary>
[Input(3, 32, 32)] [CifarResNet(7)] [SoftmaxCrossEntropy]
public sealed partial class CifarResNet44;

/// <summary>ResNet-56 with shortcuts without parameters (option A) over CIFAR-10: 853,018 parameters.</summary>
[Input(3, 32, 32)] [CifarResNet(9)] [SoftmaxCrossEntropy]
public sealed partial class CifarResNet56;

/// <summary>ResNet-110 with shortcuts without parameters (option A) over CIFAR-10: 1,727,962 parameters.</summary>
[Input(3, 32, 32)] [CifarResNet(18)] [SoftmaxCrossEntropy]
public sealed partial class CifarResNet110;

/// <summary>ResNet-1202 with shortcuts without parameters (option A) over CIFAR-10.</summary>
[Input(3, 32, 32)] [CifarResNet(200)] [SoftmaxCrossEntropy]
public sealed partial class CifarResNet1202;

/// <summary>ResNet-20 with projections where the shape changes (option B) over CIFAR-10: 272,474 parameters.</summary>
[Input(3, 32, 32)] [CifarResNet(3, Projection = true)] [SoftmaxCrossEntropy]
public sealed partial class CifarResNet20B;

/// <summary>ResNet-32 with projections where the shape changes (option B) over CIFAR-10: 466,906 parameters.</summary>
[Input(3, 32, 32)] [CifarResNet(5, Projection = true)] [SoftmaxCrossEntropy]
public sealed partial class CifarResNet32B;

/// <summary>ResNet-44 with projections where the shape changes (option B) over CIFAR-10: 661,338 parameters.</summary>
[Input(3, 32, 32)] [CifarResNet(7, Projection = true)] [SoftmaxCrossEntropy]
public sealed partial class CifarResNet44B;

/// <summary>ResNet-56 with projections where the shape changes (option B) over CIFAR-10: 855,770 parameters.</summary>
[Input(3, 32, 32)] [CifarResNet(9, Projection = true)] [SoftmaxCrossEntropy]
public sealed partial class CifarResNet56B;

/// <summary>ResNet-110 with projections where the shape changes (option B) over CIFAR-10: 1,730,714 parameters.</summary>
[Input(3, 32, 32)] [CifarResNet(18, Projection = true)] [SoftmaxCrossEntropy]
public sealed partial class CifarResNet110B;

/// <summary>ResNet-1202 with projections where the shape changes (option B) over CIFAR-10.</summary>
[Input(3, 32, 32)] [CifarResNet(200, Projection = true)] [SoftmaxCrossEntropy]
public sealed partial class CifarResNet1202B;

/// <summary>The network of 20 layers without shortcuts over CIFAR-10: 269,722 parameters.</summary>
[Input(3, 32, 32)] [CifarResNet(3, Plain = true)] [SoftmaxCrossEntropy]
public sealed partial class CifarPlain20;

/// <summary>The network of 32 layers without shortcuts over CIFAR-10: 464,154 parameters.</summary>
[Input(3, 32, 32)] [CifarResNet(5, Plain = true)] [SoftmaxCrossEntropy]
public sealed partial class CifarPlain32;

/// <summary>The network of 44 layers without shortcuts over CIFAR-10: 658,586 parameters.</summary>
[Input(3, 32, 32)] [CifarResNet(7, Plain = true)] [SoftmaxCrossEntropy]
public sealed partial class CifarPlain44;

/// <summary>The network of 56 layers without shortcuts over CIFAR-10: 853,018 parameters.</summary>
[Input(3, 32, 32)] [CifarResNet(9, Plain = true)] [SoftmaxCrossEntropy]
public sealed partial class CifarPlain56;

/// <summary>The network of 110 layers without shortcuts over CIFAR-10: 1,727,962 parameters.</summary>
[Input(3, 32, 32)] [CifarResNet(18, Plain = true)] [SoftmaxCrossEntropy]
public sealed partial class CifarPlain110;

/// <summary>The network of 1202 layers without shortcuts over CIFAR-10.</summary>
[Input(3, 32, 32)] [CifarResNet(200, Plain = true)] [SoftmaxCrossEntropy]
public sealed partial class CifarPlain1202;

internal static class CifarResNetFamily
{
    private const string Paper = "He, Zhang, Ren, Sun 2015, Deep Residual Learning for Image Recognition";

    public static IEnumerable<ZooNetwork> Networks =>
    [
        new("CIFAR ResNet-20", Paper, seed => new CifarResNet20(seed), () => CifarResNet20.Info),
        new("CIFAR ResNet-32", Paper, seed => new CifarResNet32(seed), () => CifarResNet32.Info),
        new("CIFAR ResNet-44", Paper, seed => new CifarResNet44(seed), () => CifarResNet44.Info),
        new("CIFAR ResNet-56", Paper, seed => new CifarResNet56(seed), () => CifarResNet56.Info),
        new("CIFAR ResNet-110", Paper, seed => new CifarResNet110(seed), () => CifarResNet110.Info),
        new("CIFAR ResNet-1202", Paper, seed => new CifarResNet1202(seed), () => CifarResNet1202.Info),
        new("CIFAR ResNet-20 (B)", Paper, seed => new CifarResNet20B(seed), () => CifarResNet20B.Info),
        new("CIFAR ResNet-32 (B)", Paper, seed => new CifarResNet32B(seed), () => CifarResNet32B.Info),
        new("CIFAR ResNet-44 (B)", Paper, seed => new CifarResNet44B(seed), () => CifarResNet44B.Info),
        new("CIFAR ResNet-56 (B)", Paper, seed => new CifarResNet56B(seed), () => CifarResNet56B.Info),
        new("CIFAR ResNet-110 (B)", Paper, seed => new CifarResNet110B(seed), () => CifarResNet110B.Info),
        new("CIFAR ResNet-1202 (B)", Paper, seed => new CifarResNet1202B(seed), () => CifarResNet1202B.Info),
        new("CIFAR plain-20", Paper, seed => new CifarPlain20(seed), () => CifarPlain20.Info),
        new("CIFAR plain-32", Paper, seed => new CifarPlain32(seed), () => CifarPlain32.Info),
        new("CIFAR plain-44", Paper, seed => new CifarPlain44(seed), () => CifarPlain44.Info),
        new("CIFAR plain-56", Paper, seed => new CifarPlain56(seed), () => CifarPlain56.Info),
        new("CIFAR plain-110", Paper, seed => new CifarPlain110(seed), () => CifarPlain110.Info),
        new("CIFAR plain-1202", Paper, seed => new CifarPlain1202(seed), () => CifarPlain1202.Info),
    ];
}

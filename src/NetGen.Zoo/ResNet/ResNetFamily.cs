namespace NetGen.Zoo;

/// <summary>ResNet-18 over ImageNet: 11,689,512 parameters.</summary>
[Input(3, 224, 224)] [ResNet(18)] [SoftmaxCrossEntropy]
public sealed partial class ResNet18;

/// <summary>ResNet-34 over ImageNet: 21,797,672 parameters.</summary>
[Input(3, 224, 224)] [ResNet(34)] [SoftmaxCrossEntropy]
public sealed partial class ResNet34;

/// <summary>ResNet-50 over ImageNet with the stride in the 3×3 convolutions, as torchvision has it: 25,557,032 parameters.</summary>
[Input(3, 224, 224)] [ResNet(50)] [SoftmaxCrossEntropy]
public sealed partial class ResNet50;

/// <summary>ResNet-101 over ImageNet with the stride in the 3×3 convolutions: 44,549,160 parameters.</summary>
[Input(3, 224, 224)] [ResNet(101)] [SoftmaxCrossEntropy]
public sealed partial class ResNet101;

/// <summary>ResNet-152 over ImageNet with the stride in the 3×3 convolutions: 60,192,808 parameters.</summary>
[Input(3, 224, 224)] [ResNet(152)] [SoftmaxCrossEntropy]
public sealed partial class ResNet152;

/// <summary>ResNet-50 over ImageNet as published, with the stride in the first 1×1 convolutions: 25,557,032 parameters.</summary>
[Input(3, 224, 224)] [ResNet(50, StrideFirst = true)] [SoftmaxCrossEntropy]
public sealed partial class ResNet50Original;

/// <summary>ResNet-101 over ImageNet as published, with the stride in the first 1×1 convolutions: 44,549,160 parameters.</summary>
[Input(3, 224, 224)] [ResNet(101, StrideFirst = true)] [SoftmaxCrossEntropy]
public sealed partial class ResNet101Original;

/// <summary>ResNet-152 over ImageNet as published, with the stride in the first 1×1 convolutions: 60,192,808 parameters.</summary>
[Input(3, 224, 224)] [ResNet(152, StrideFirst = true)] [SoftmaxCrossEntropy]
public sealed partial class ResNet152Original;

internal static class ResNetFamily
{
    private const string Paper = "He, Zhang, Ren, Sun 2015, Deep Residual Learning for Image Recognition";

    public static IEnumerable<ZooNetwork> Networks =>
    [
        new("ResNet-18", Paper, seed => new ResNet18(seed), () => ResNet18.Info),
        new("ResNet-34", Paper, seed => new ResNet34(seed), () => ResNet34.Info),
        new("ResNet-50", Paper, seed => new ResNet50(seed), () => ResNet50.Info),
        new("ResNet-101", Paper, seed => new ResNet101(seed), () => ResNet101.Info),
        new("ResNet-152", Paper, seed => new ResNet152(seed), () => ResNet152.Info),
        new("ResNet-50 (2015)", Paper, seed => new ResNet50Original(seed), () => ResNet50Original.Info),
        new("ResNet-101 (2015)", Paper, seed => new ResNet101Original(seed), () => ResNet101Original.Info),
        new("ResNet-152 (2015)", Paper, seed => new ResNet152Original(seed), () => ResNet152Original.Info),
    ];
}

namespace NetGen.Zoo;

/// <summary>Configuration A: 132,863,336 parameters.</summary>
[Input(3, 224, 224)] [Vgg(11)] [SoftmaxCrossEntropy]
public sealed partial class Vgg11;

/// <summary>Configuration A-LRN: 132,863,336 parameters.</summary>
[Input(3, 224, 224)] [Vgg(11, LocalResponseNorm = true)] [SoftmaxCrossEntropy]
public sealed partial class Vgg11Lrn;

/// <summary>Configuration B: 133,047,848 parameters.</summary>
[Input(3, 224, 224)] [Vgg(13)] [SoftmaxCrossEntropy]
public sealed partial class Vgg13;

/// <summary>Configuration C, with 1×1 convolutions: 133,638,952 parameters.</summary>
[Input(3, 224, 224)] [Vgg(16, LastIs1x1 = true)] [SoftmaxCrossEntropy]
public sealed partial class Vgg16C;

/// <summary>Configuration D: 138,357,544 parameters.</summary>
[Input(3, 224, 224)] [Vgg(16)] [SoftmaxCrossEntropy]
public sealed partial class Vgg16;

/// <summary>Configuration E: 143,667,240 parameters.</summary>
[Input(3, 224, 224)] [Vgg(19)] [SoftmaxCrossEntropy]
public sealed partial class Vgg19;

/// <summary>Configuration A with batch norm: 132,868,840 parameters.</summary>
[Input(3, 224, 224)] [Vgg(11, BatchNorm = true)] [SoftmaxCrossEntropy]
public sealed partial class Vgg11BatchNorm;

/// <summary>Configuration B with batch norm: 133,053,736 parameters.</summary>
[Input(3, 224, 224)] [Vgg(13, BatchNorm = true)] [SoftmaxCrossEntropy]
public sealed partial class Vgg13BatchNorm;

/// <summary>Configuration D with batch norm: 138,365,992 parameters.</summary>
[Input(3, 224, 224)] [Vgg(16, BatchNorm = true)] [SoftmaxCrossEntropy]
public sealed partial class Vgg16BatchNorm;

/// <summary>Configuration E with batch norm: 143,678,248 parameters.</summary>
[Input(3, 224, 224)] [Vgg(19, BatchNorm = true)] [SoftmaxCrossEntropy]
public sealed partial class Vgg19BatchNorm;

internal static class VggFamily
{
    private const string Paper = "Simonyan, Zisserman 2014, Very Deep Convolutional Networks for Large-Scale Image Recognition";

    public static IEnumerable<ZooNetwork> Networks =>
    [
        new("VGG-11", Paper, seed => new Vgg11(seed), () => Vgg11.Info),
        new("VGG-11 (LRN)", Paper, seed => new Vgg11Lrn(seed), () => Vgg11Lrn.Info),
        new("VGG-13", Paper, seed => new Vgg13(seed), () => Vgg13.Info),
        new("VGG-16 (1×1)", Paper, seed => new Vgg16C(seed), () => Vgg16C.Info),
        new("VGG-16", Paper, seed => new Vgg16(seed), () => Vgg16.Info),
        new("VGG-19", Paper, seed => new Vgg19(seed), () => Vgg19.Info),
        new("VGG-11 (BN)", Paper, seed => new Vgg11BatchNorm(seed), () => Vgg11BatchNorm.Info),
        new("VGG-13 (BN)", Paper, seed => new Vgg13BatchNorm(seed), () => Vgg13BatchNorm.Info),
        new("VGG-16 (BN)", Paper, seed => new Vgg16BatchNorm(seed), () => Vgg16BatchNorm.Info),
        new("VGG-19 (BN)", Paper, seed => new Vgg19BatchNorm(seed), () => Vgg19BatchNorm.Info),
    ];
}

namespace NetGen.Zoo;

/// <summary>GoogLeNet for ImageNet: 6,998,552 parameters, and in training 6,379,984 of two auxiliary classifiers.</summary>
[Input(3, 224, 224)] [GoogLeNet(1000, Heads = true)] [SoftmaxCrossEntropy]
public sealed partial class GoogLeNet;

/// <summary>Inception-v2 (BN-Inception) for ImageNet.</summary>
[Input(3, 224, 224)] [InceptionV2(1000, Name = "inception")] [SoftmaxCrossEntropy]
public sealed partial class InceptionV2;

/// <summary>Inception-v3 for ImageNet: 23,834,568 parameters, and in training 3,326,696 of the auxiliary classifier; label smoothing of 0.1, as section 7 has it.</summary>
[Input(3, 299, 299)] [InceptionV3(1000, Heads = true, Name = "inception")] [SoftmaxCrossEntropy(LabelSmoothing = 0.1f)]
public sealed partial class InceptionV3;

/// <summary>Inception-v4 for ImageNet: 42,679,816 parameters.</summary>
[Input(3, 299, 299)] [InceptionV4(1000, Name = "inception")] [SoftmaxCrossEntropy]
public sealed partial class InceptionV4;

internal static class InceptionFamily
{
    public static IEnumerable<ZooNetwork> Networks =>
    [
        new("GoogLeNet", "Szegedy et al. 2014, Going Deeper with Convolutions", seed => new GoogLeNet(seed), () => GoogLeNet.Info),
        new("Inception-v2", "Ioffe, Szegedy 2015, Batch Normalization", seed => new InceptionV2(seed), () => InceptionV2.Info),
        new("Inception-v3", "Szegedy et al. 2015, Rethinking the Inception Architecture for Computer Vision", seed => new InceptionV3(seed), () => InceptionV3.Info),
        new("Inception-v4", "Szegedy et al. 2016, Inception-v4, Inception-ResNet and the Impact of Residual Connections on Learning", seed => new InceptionV4(seed), () => InceptionV4.Info),
    ];
}

namespace NetGen.Zoo;

/// <summary>AlexNet as published, with groups: 60,965,224 parameters.</summary>
[Input(3, 227, 227)] [AlexNet] [SoftmaxCrossEntropy]
public sealed partial class AlexNet;

/// <summary>AlexNet in one tower, torchvision's: 61,100,840 parameters.</summary>
[Input(3, 224, 224)] [OneTowerAlexNet] [SoftmaxCrossEntropy]
public sealed partial class OneTowerAlexNet;

internal static class AlexNetFamily
{
    private const string Paper = "Krizhevsky, Sutskever, Hinton 2012, ImageNet Classification with Deep Convolutional Neural Networks";
    private const string OneTowerPaper = "Krizhevsky 2014, One weird trick for parallelizing convolutional neural networks";

    public static IEnumerable<ZooNetwork> Networks =>
    [
        new("AlexNet", Paper, seed => new AlexNet(seed), () => AlexNet.Info),
        new("AlexNet (one tower)", OneTowerPaper, seed => new OneTowerAlexNet(seed), () => OneTowerAlexNet.Info),
    ];
}

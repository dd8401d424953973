namespace NetGen.Zoo;

/// <summary>LeNet-5 as published, over MNIST with a border of 2: 60,000 trained parameters.</summary>
[Input(1, 32, 32)] [LeNet(Name = "lenet")] [SoftmaxCrossEntropy]
public sealed partial class LeNet5;

/// <summary>LeNet-5 with ReLU and max pools, over MNIST: 61,706 parameters.</summary>
[Input(1, 28, 28)] [ModernLeNet] [SoftmaxCrossEntropy]
public sealed partial class ModernLeNet;

internal static class LeNetFamily
{
    private const string Paper = "LeCun, Bottou, Bengio, Haffner 1998, Gradient-Based Learning Applied to Document Recognition";

    public static IEnumerable<ZooNetwork> Networks =>
    [
        new("LeNet-5", Paper, seed => new LeNet5(seed), () => LeNet5.Info),
        new("LeNet-5 (modern)", "after " + Paper, seed => new ModernLeNet(seed), () => ModernLeNet.Info),
    ];
}

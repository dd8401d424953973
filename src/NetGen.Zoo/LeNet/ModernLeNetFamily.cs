namespace NetGen.Zoo;

/// <summary>LeNet-5 with ReLU and max pools, over MNIST: 61,706 parameters.</summary>
[Input(1, 28, 28)] [ModernLeNet] [SoftmaxCrossEntropy]
public sealed partial class ModernLeNet;

internal static class ModernLeNetFamily
{
    private const string Paper = "after LeCun, Bottou, Bengio, Haffner 1998, Gradient-Based Learning Applied to Document Recognition";

    public static IEnumerable<ZooNetwork> Networks =>
    [
        new("LeNet-5 (modern)", Paper, seed => new ModernLeNet(seed), () => ModernLeNet.Info),
    ];
}

namespace NetGen.Zoo;

/// <summary>The digits network over MNIST: 123,552 parameters.</summary>
[Input(1, 28, 28)] [DeepConvNet] [SoftmaxCrossEntropy]
public sealed partial class DeepConvNet;

internal static class DeepConvNetFamily
{
    private const string Paper = "Saito 2016, Deep Learning from Scratch";

    public static IEnumerable<ZooNetwork> Networks =>
    [
        new("DeepConvNet", Paper, seed => new DeepConvNet(seed), () => DeepConvNet.Info),
    ];
}

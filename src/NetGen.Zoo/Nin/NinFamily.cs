namespace NetGen.Zoo;

/// <summary>Network In Network for CIFAR-10: 966,986 parameters.</summary>
[Input(3, 32, 32)] [Nin] [SoftmaxCrossEntropy]
public sealed partial class Nin;

internal static class NinFamily
{
    private const string Paper = "Lin, Chen, Yan 2013, Network In Network";

    public static IEnumerable<ZooNetwork> Networks =>
    [
        new("NIN", Paper, seed => new Nin(seed), () => Nin.Info),
    ];
}

namespace NetGen.Generators.Planning;

internal sealed class DepthwiseConv : AlgorithmList
{
    protected override IReadOnlyList<Algorithm> Algorithms { get; } =
    [
        new TiledDepthwiseConv(),
        new LoopedDepthwiseConv(),
    ];
}

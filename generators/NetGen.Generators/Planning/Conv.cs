namespace NetGen.Generators.Planning;

internal sealed class Conv : AlgorithmList
{
    protected override IReadOnlyList<Algorithm> Algorithms { get; } =
    [
        new SinglePixelConv(),
        new WinogradConv(tile: 4),
        new WinogradConv(tile: 2),
        new DirectConv(),
    ];
}

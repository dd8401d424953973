namespace NetGen.Generators.Planning;

internal sealed class Conv : AlgorithmList
{
    protected override IReadOnlyList<Algorithm> Algorithms { get; } =
    [
        new SinglePixelConv(),
        new DirectConv(),
    ];
}

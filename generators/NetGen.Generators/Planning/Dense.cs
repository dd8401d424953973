namespace NetGen.Generators.Planning;

internal sealed class Dense : AlgorithmList
{
    protected override IReadOnlyList<Algorithm> Algorithms { get; } =
    [
        new LargeDense(),
        new PackedDense(),
    ];
}

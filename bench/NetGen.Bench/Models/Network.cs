using NetGen.Zoo;

namespace NetGen.Bench.Models;

/// <summary>A network that the peers run too, under the same name and with the same training batch.</summary>
internal sealed record Network(string Name, int Batch, Func<Model> Create)
{
    /// <summary>All of them; a new one is one line here and one in the peers' <c>networks.py</c>.</summary>
    public static IReadOnlyList<Network> All { get; } =
    [
        new("lenet5", 100, () => new LeNet5(seed: 1)),
        new("deepconvnet", 100, () => new DeepConvNet(seed: 1)),
    ];
}

namespace NetGen.Bench.Models;

/// <summary>A model that holds one heavy layer.</summary>
internal sealed record SingleLayer(string What, Func<Model> Create)
{
    /// <summary>All of them; a new one is one line.</summary>
    public static IReadOnlyList<SingleLayer> All { get; } =
    [
        new("conv 3x3 64->64 at 32x32", () => new Conv3x3Of64(seed: 1)),
        new("conv 3x3 64->64 at 32x32, direct", () => new DirectConv3x3Of64(seed: 1)),
        new("conv 3x3 128->128 at 16x16", () => new Conv3x3Of128(seed: 1)),
        new("conv 3x3 16->16 at 28x28", () => new Conv3x3Of16(seed: 1)),
        new("conv 1x1 64->64 at 32x32", () => new Conv1x1Of64(seed: 1)),
        new("dense 1024->1024", () => new Dense1024(seed: 1)),
    ];
}

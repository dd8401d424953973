using NetGen.Bench.Models;

namespace NetGen.Bench.Rooflines;

/// <summary>A kernel that is measured by way of a model that has little else.</summary>
/// <param name="Kernel">What it is.</param>
/// <param name="Create">Makes the model.</param>
/// <param name="Batch">Images.</param>
/// <param name="Layers">How often the model has the layer.</param>
/// <param name="BackwardInputs">How often the way back of a layer without weights goes through as many values as the input has: once to write the gradient, and once more where it reads the input.</param>
/// <param name="BackwardOutputs">The same of the output: once to read the gradient, and once more where it reads the output.</param>
/// <param name="Tile">With Winograd's form the side of a tile of outputs; otherwise 0.</param>
internal sealed record Probe(string Kernel, Func<Model> Create, int Batch = 16, int Layers = 1, int BackwardInputs = 1, int BackwardOutputs = 1, int Tile = 0)
{
    /// <summary>All of them; a new one is one line.</summary>
    public static IReadOnlyList<Probe> All { get; } =
    [
        new("conv 3x3, direct", () => new Direct64(seed: 1)),
        new("conv 3x3, Winograd 2x2", () => new WinogradTwo64(seed: 1), Tile: 2),
        new("conv 3x3, Winograd 4x4", () => new WinogradFour64(seed: 1), Tile: 4),
        new("conv 3x3, direct", () => new Direct256(seed: 1)),
        new("conv 3x3, Winograd 2x2", () => new WinogradTwo256(seed: 1), Tile: 2),
        new("conv 3x3, Winograd 4x4", () => new WinogradFour256(seed: 1), Tile: 4),
        new("conv 1x1", () => new Pointwise64(seed: 1)),
        new("conv 1x1", () => new Pointwise256(seed: 1)),
        new("conv 3x3, stride 2", () => new Strided64(seed: 1)),
        new("conv 7x7, stride 2", () => new Stem7x7(seed: 1)),
        new("conv 11x11, stride 4", () => new Stem11x11(seed: 1)),
        new("depthwise conv 3x3", () => new Depthwise64(seed: 1), Layers: 4),
        new("conv 3x3, 4 groups", () => new Grouped64(seed: 1)),
        new("transposed conv 4x4, stride 2", () => new Transposed64(seed: 1)),
        new("max pool 3x3, stride 2", () => new MaxPool3x3(seed: 1), BackwardInputs: 2, BackwardOutputs: 2),
        new("max pool 2x2", () => new MaxPool2x2(seed: 1), BackwardInputs: 2, BackwardOutputs: 2),
        new("average pool 2x2", () => new AvgPool2x2(seed: 1)),
        new("batch norm", () => new BatchNorm64(seed: 1), Layers: 4, BackwardInputs: 2),
        new("dense", () => new DenseSmall(seed: 1), Batch: 1),
        new("dense", () => new DenseSmall(seed: 1), Batch: 100),
        new("dense", () => new DenseLarge(seed: 1), Batch: 1),
        new("dense", () => new DenseLarge(seed: 1), Batch: 100),
    ];

    /// <summary>The multiplications that Winograd's form makes for each of the direct one's, with those of tiles that hang over the edge.</summary>
    public double Multiplications(int height, int width)
    {
        double Tiles(int side) => Math.Ceiling((double)side / Tile);
        return Tile == 0 ? 1 : (Tile + 2) * (Tile + 2) * Tiles(height) * Tiles(width) / (9.0 * height * width);
    }
}

using NetGen;
using NetGen.Images;

namespace Detection;

/// <summary>Pictures that are drawn for the run, as blood looks under a microscope: pale rings, large dark cells with a nucleus, and small dots, over each other and over a bright ground.</summary>
internal static class DrawnCells
{
    private const int TrainCount = 120;
    private const int TestCount = 40;

    public static CellSets Make(int seed) => new(Draw(seed, 0, TrainCount), Draw(seed, 1, TestCount), ["ring", "nucleus", "dot"]);

    private static CellImage[] Draw(int seed, int set, int count) => [.. Enumerable.Range(0, count).Select(i => new CellDrawing(new RandomSource((ulong)seed, 10 + set, i)).Make())];
}

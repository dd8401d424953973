using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>Radial basis functions over numbers of features and units, and batch sizes.</summary>
internal static class RadialBasisCases
{
    public static IEnumerable<SweepCase> All()
    {
        int[] counts = [1, 2, 3, 7, 8, 10, 15, 16, 17, 31, 33, 48, 63, 64, 65, 84, 129, 257];
        for (int i = 0; i < counts.Length; i++)
        {
            yield return Of(counts[i], counts[(i * 7 + 3) % counts.Length], 1 + (i % 9), trainable: i % 4 != 3);
        }

        yield return Of(84, 10, 70, trainable: true);
        SweepCase plain = Of(20, 33, 5, trainable: true);
        yield return new SweepCase(
            "[Input(9)] [Dense(20)] [RadialBasis(33)]", new PlainShape(9, 1, 1), 5, ("dense1", new PlainConv { Filters = 20 }), plain.Layers[0]);
    }

    private static SweepCase Of(int features, int units, int batch, bool trainable) => new(
        $"[Input({features})] [RadialBasis({units}{(trainable ? "" : ", Trainable = false")})]",
        new PlainShape(features, 1, 1),
        batch,
        ("radialbasis1", new PlainRadialBasis(units)));
}

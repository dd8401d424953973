using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>Dense layers over numbers of features and units, and batch sizes.</summary>
internal static class DenseCases
{
    public static IEnumerable<SweepCase> All()
    {
        int[] counts = [1, 2, 3, 7, 8, 15, 16, 17, 31, 33, 47, 48, 49, 63, 64, 65, 70, 100, 129, 257];
        for (int i = 0; i < counts.Length; i++)
        {
            yield return Of(counts[i], counts[(i * 7 + 3) % counts.Length], 1 + (i % 9));
        }

        yield return Of(20, 33, 40);
    }

    private static SweepCase Of(int features, int units, int batch) =>
        new($"[Input({features})] [Dense({units})]", new PlainShape(features, 1, 1), batch, ("dense1", new PlainConv { Filters = units }));
}

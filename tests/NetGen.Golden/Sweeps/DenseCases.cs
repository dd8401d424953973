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

        // Around 256 Ki weights, from which on they are not copied, with features and units that fill blocks and panels and do not.
        yield return Of(512, 511, 3);
        (int Features, int Units)[] large = [(512, 512), (600, 500), (523, 509), (16, 16390), (17, 15421), (62, 4230), (64, 4100), (65, 4097), (2200, 120), (30003, 9), (4099, 97)];
        for (int i = 0; i < large.Length; i++)
        {
            yield return Of(large[i].Features, large[i].Units, (i % 3) switch { 0 => 1, 1 => 3, _ => 17 });
        }

        foreach (int batch in new[] { 1, 2, 3, 5, 17, 70 })
        {
            yield return Of(517, 513, batch);
        }
    }

    private static SweepCase Of(int features, int units, int batch) =>
        new($"[Input({features})] [Dense({units})]", new PlainShape(features, 1, 1), batch, ("dense1", new PlainConv { Filters = units }));
}

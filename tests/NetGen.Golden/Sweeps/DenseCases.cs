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

        foreach ((int features, int units) in new[] { (37, 50), (70, 21), (6, 3), (600, 500) })
        {
            SweepCase plain = Of(features, units, 9);
            yield return plain with { Declaration = plain.Declaration + " [BatchNorm]", Layers = [.. plain.Layers, ("batchnorm1", new PlainBatchNorm())] };
        }

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

        yield return AfterConv("", batch: 1);
        yield return AfterConv("", batch: 3);
        yield return AfterConv("", batch: 17);
        yield return AfterConv("[BatchNorm]", batch: 1, ("batchnorm1", new PlainBatchNorm()));
        yield return AfterConv("[BatchNorm]", batch: 17, ("batchnorm1", new PlainBatchNorm()));
    }

    /// <summary>An image of 600 values before a large dense layer, an activation in it, and another layer after it.</summary>
    private static SweepCase AfterConv(string between, int batch, params (string, PlainLayer)[] layers) => new(
        $"[Input(3, 6, 7)] [Conv(20, 3, PadH = 1, PadW = 0)] {between} [Flatten] [Dense(500)] [LeakyReLU(0.1f)] [Dense(9, Bias = false)]",
        new PlainShape(3, 6, 7),
        batch,
        [
            ("conv1", new PlainConv { Filters = 20, Kernel = (3, 3), Pad = (1, 0) }),
            .. layers,
            ("flatten1", new PlainReshape(new PlainShape(600, 1, 1))),
            ("dense1", new PlainConv { Filters = 500 }),
            ("leakyrelu1", PlainActivation.Leaky(0.1)),
            ("dense2", new PlainConv { Filters = 9 }),
        ]);

    private static SweepCase Of(int features, int units, int batch) =>
        new($"[Input({features})] [Dense({units})]", new PlainShape(features, 1, 1), batch, ("dense1", new PlainConv { Filters = units }));
}

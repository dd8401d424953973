using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>Convolutions by Winograd's minimal filtering: channel counts around the widths of vectors, images that fill no whole tiles, paddings, what fuses into them.</summary>
internal static class WinogradCases
{
    private static readonly int[] s_tiles = [2, 4];

    private static readonly (int In, int Out)[] s_channels =
        [(1, 1), (3, 16), (16, 3), (17, 33), (32, 48), (47, 49), (64, 64), (63, 65), (70, 130), (130, 70)];

    public static IEnumerable<SweepCase> All() => Channels().Concat(Sizes()).Concat(Fused());

    private static IEnumerable<SweepCase> Channels() => s_tiles.SelectMany(tile => s_channels.Select((c, i) => Of(tile, c.In, c.Out, 4 + (i % 6), 9 - (i % 5), (1, 1), 1 + (i % 3))));

    /// <summary>From one pixel to several tiles and a rest, and more tiles than a block of them holds.</summary>
    private static IEnumerable<SweepCase> Sizes()
    {
        foreach (int tile in s_tiles)
        {
            for (int size = 1; size <= 13; size++)
            {
                (int, int) pad = (Math.Max(size % 3, size < 3 ? 1 : 0), 1);
                yield return Of(tile, 5, 17, size, 14 - size, pad, 2);
                yield return Of(tile, 16, 6, 14 - size, size, (pad.Item2, pad.Item1), 1 + (size % 4));
            }

            yield return Of(tile, 3, 4, 23, 21, (1, 1), 5);
            yield return Of(tile, 5, 20, 47, 45, (1, 1), 1);
            yield return Of(tile, 4, 3, 8, 8, (0, 0), 3);
            yield return Of(tile, 4, 3, 8, 9, (2, 2), 3);
        }

        // Weights that do not fit the second-level cache, which a block of more tiles reads less often.
        yield return Of(4, 256, 64, 29, 30, (1, 1), 2);

        // So many that products are computed point by point, and more tiles than are taken at once.
        yield return Of(2, 448, 308, 3, 3, (1, 1), 33);
    }

    private static IEnumerable<SweepCase> Fused()
    {
        foreach (int tile in s_tiles)
        {
            foreach ((int inputs, int outputs) in new[] { (3, 16), (20, 64), (64, 5) })
            {
                SweepCase plain = Of(tile, inputs, outputs, 6, 7, (1, 1), 3);
                yield return plain with { Declaration = plain.Declaration + " [ReLU]", Layers = [.. plain.Layers, ("relu1", PlainActivation.Leaky(0))] };
                yield return plain with { Declaration = plain.Declaration + " [LeakyReLU(0.2f)]", Layers = [.. plain.Layers, ("leakyrelu1", PlainActivation.Leaky(0.2f))] };
                yield return plain with
                {
                    Declaration = plain.Declaration + " [BatchNorm] [ReLU]",
                    Layers = [.. plain.Layers, ("batchnorm1", new PlainBatchNorm()), ("relu1", PlainActivation.Leaky(0))],
                };
            }
        }
    }

    private static SweepCase Of(int tile, int inputs, int outputs, int height, int width, (int Y, int X) pad, int batch) => new(
        $"[Input({inputs}, {height}, {width})] [Conv({outputs}, 3, PadH = {pad.Y}, PadW = {pad.X}, Algorithm = ConvAlgorithm.Winograd{tile})]",
        new PlainShape(inputs, height, width),
        batch,
        ("conv1", new PlainConv { Filters = outputs, Kernel = (3, 3), Pad = pad }));
}

using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>
/// Convolutions of many weights, whose gradient is summed over the whole batch at the end of a phase: channel counts that fill no blocks and no ranges, windows, and batches
/// from one image to several of a chunk, whose last is smaller.
/// </summary>
internal static class BatchWeightCases
{
    private static readonly (int In, int Out)[] s_channels = [(129, 130), (96, 160), (70, 200), (200, 70), (260, 48), (33, 385)];

    public static IEnumerable<SweepCase> All() => Winograd().Concat(Direct()).Concat(Between());

    private static IEnumerable<SweepCase> Winograd() => s_channels.SelectMany((c, i) => new[]
    {
        Of(c.In, c.Out, 4 + (i % 3), 7 - (i % 4), "3, PadH = 1, PadW = 1, Algorithm = ConvAlgorithm.Winograd4", new PlainConv { Filters = c.Out, Kernel = (3, 3), Pad = (1, 1) }, 1 + (i * 4)),
        Of(c.In, c.Out, 3 + (i % 4), 5, "3, PadH = 0, PadW = 1, Algorithm = ConvAlgorithm.Winograd2", new PlainConv { Filters = c.Out, Kernel = (3, 3), Pad = (0, 1) }, 9 - i),
    });

    private static IEnumerable<SweepCase> Direct()
    {
        for (int i = 0; i < s_channels.Length; i++)
        {
            (int inputs, int outputs) = s_channels[i];
            yield return Of(inputs, outputs, 5, 4 + i, "3, Stride = 2, PadH = 1, PadW = 1, Algorithm = ConvAlgorithm.Direct", new PlainConv { Filters = outputs, Kernel = (3, 3), Pad = (1, 1), Stride = (2, 2) }, 1 + (i * 3));
        }

        yield return Of(330, 320, 4, 3, "1", new PlainConv { Filters = 320, Kernel = (1, 1) }, 11);
        yield return Of(200, 520, 12, 12, "1", new PlainConv { Filters = 520, Kernel = (1, 1) }, 2);
        yield return Of(1031, 100, 2, 3, "1", new PlainConv { Filters = 100, Kernel = (1, 1) }, 5);
        yield return Of(640, 160, 5, 4, "1, Stride = 2", new PlainConv { Filters = 160, Kernel = (1, 1), Stride = (2, 2) }, 3);
        yield return Of(64, 65, 6, 5, "5, PadH = 2, PadW = 2", new PlainConv { Filters = 65, Kernel = (5, 5), Pad = (2, 2) }, 4);
        yield return Of(112, 130, 7, 6, "3, PadH = 2, PadW = 2, DilationH = 2, DilationW = 2", new PlainConv { Filters = 130, Kernel = (3, 3), Pad = (2, 2), Dilation = (2, 2) }, 3);
        yield return Of(48, 300, 3, 9, "1, 7, PadW = 3", new PlainConv { Filters = 300, Kernel = (1, 7), Pad = (0, 3) }, 10);
    }

    /// <summary>Between batch norms, where values and gradients share memory from phase to phase.</summary>
    private static IEnumerable<SweepCase> Between()
    {
        foreach (int batch in new[] { 2, 3, 17 })
        {
            SweepCase plain = Of(128, 96, 4, 4, "3, PadH = 1, PadW = 1", new PlainConv { Filters = 96, Kernel = (3, 3), Pad = (1, 1) }, batch);
            yield return plain with
            {
                Declaration = plain.Declaration + " [BatchNorm] [ReLU] [Conv(130, 3)] [ReLU]",
                Layers = [.. plain.Layers, ("batchnorm1", new PlainBatchNorm()), ("relu1", PlainActivation.Leaky(0)), ("conv2", new PlainConv { Filters = 130, Kernel = (3, 3) }), ("relu2", PlainActivation.Leaky(0))],
            };
        }
    }

    private static SweepCase Of(int inputs, int outputs, int height, int width, string window, PlainConv plain, int batch) => new(
        $"[Input({inputs}, {height}, {width})] [Conv({outputs}, {window})]",
        new PlainShape(inputs, height, width),
        batch,
        ("conv1", plain));
}

using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>Depthwise convolutions over channel counts, multipliers and windows.</summary>
internal static class DepthwiseCases
{
    public static IEnumerable<SweepCase> All()
    {
        int[] channels = [1, 3, 7, 15, 16, 17, 24, 31, 33, 48, 63, 64, 65, 70];
        for (int i = 0; i < channels.Length; i++)
        {
            yield return Of(channels[i], 4 + (i % 4), 5 + (i % 3), 3, 1, 1, 1, 1, 1 + (i % 3));
        }

        for (int size = 1; size <= 20; size += 3)
        {
            yield return Of(18, size, 21 - size, 3, 1, 1, 1, 1, 2);
        }

        // kernel, stride, pad, dilation
        foreach ((int kernel, int stride, int pad, int dilation) in new[] { (1, 1, 0, 1), (2, 2, 0, 1), (3, 2, 1, 1), (3, 1, 0, 1), (3, 3, 2, 1), (5, 1, 2, 1), (5, 2, 2, 1), (3, 1, 2, 2), (7, 1, 3, 1), (3, 2, 3, 3) })
        {
            yield return Of(20, 9, 11, kernel, stride, pad, dilation, 1, 2);
        }

        // Kernels with more taps, and strides with more phases, than are written out.
        foreach ((int count, int height, int width, int kernel, int stride, int pad, int dilation, int multiplier) in new[]
        {
            (3, 12, 13, 12, 1, 0, 1, 1), (17, 9, 20, 13, 1, 6, 1, 1), (33, 14, 9, 13, 2, 6, 1, 2), (5, 8, 19, 17, 3, 8, 1, 1), (2, 27, 25, 12, 1, 3, 2, 1),
            (4, 11, 10, 5, 5, 2, 1, 1), (18, 13, 9, 3, 6, 0, 1, 1), (3, 12, 12, 3, 5, 1, 2, 3), (16, 20, 20, 12, 5, 4, 2, 1), (1, 1, 1, 13, 1, 6, 1, 1), (1, 3, 40, 1, 9, 0, 1, 1),
        })
        {
            yield return Of(count, height, width, kernel, stride, pad, dilation, multiplier, 2);
        }

        // Of so many values that a 1×1 convolution behind them computes them as well.
        foreach ((int count, int height, int width, int kernel, int stride, int outputs) in new[] { (16, 64, 64, 3, 1, 20), (33, 91, 93, 3, 2, 36), (20, 257, 16, 3, 1, 16), (33, 41, 49, 5, 1, 33) })
        {
            SweepCase alone = Of(count, height, width, kernel, stride, kernel / 2, 1, 1, 2);
            yield return alone with
            {
                Declaration = $"{alone.Declaration} [LeakyReLU(0.5f)] [Conv({outputs}, 1)] [ReLU]",
                Layers = [.. alone.Layers, ("leakyrelu1", PlainActivation.Leaky(0.5)), ("conv1", new PlainConv { Filters = outputs, Kernel = (1, 1) }), ("relu1", PlainActivation.Leaky(0))],
            };
        }

        foreach ((int count, int multiplier) in new[] { (1, 16), (3, 2), (8, 4), (16, 2), (17, 3), (33, 2) })
        {
            yield return Of(count, 6, 5, 3, 1, 1, 1, multiplier, 2);
        }
    }

    private static SweepCase Of(int channels, int height, int width, int kernel, int stride, int pad, int dilation, int multiplier, int batch) => new(
        $"[Input({channels}, {height}, {width})] [DepthwiseConv({kernel}, Stride = {stride}, Pad = {pad}, Dilation = {dilation}, Multiplier = {multiplier})]",
        new PlainShape(channels, height, width),
        batch,
        ("depthwiseconv1", new PlainConv
        {
            Filters = channels * multiplier,
            Groups = channels,
            Kernel = (kernel, kernel),
            Stride = (stride, stride),
            Pad = (pad, pad),
            Dilation = (dilation, dilation),
        }));
}

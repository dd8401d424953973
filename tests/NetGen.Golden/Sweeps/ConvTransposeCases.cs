using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>Transposed convolutions: channel counts, windows, strides with and without gaps, groups, and beside a convolution.</summary>
internal static class ConvTransposeCases
{
    public static IEnumerable<SweepCase> All()
    {
        (int In, int Out)[] channels = [(1, 1), (1, 16), (3, 15), (16, 16), (17, 33), (33, 15), (48, 47), (64, 64), (70, 3), (3, 70)];

        // kernel, stride, pad, dilation, output pad
        (int, int, int, int, int)[] windows =
        [
            (1, 1, 0, 1, 0), (2, 2, 0, 1, 0), (3, 1, 1, 1, 0), (3, 2, 1, 1, 1), (4, 2, 1, 1, 0), (2, 3, 0, 1, 2), (1, 2, 0, 1, 1),
            (5, 2, 2, 1, 1), (3, 1, 0, 2, 1), (3, 2, 2, 3, 2), (4, 4, 0, 1, 3), (3, 3, 2, 2, 0), (13, 12, 1, 1, 0),
            (1, 1, 1, 1, 0), (1, 1, 0, 2, 1), (1, 1, 1, 3, 2),
        ];
        for (int i = 0; i < windows.Length; i++)
        {
            for (int j = 0; j < 2; j++)
            {
                (int input, int output) = channels[((3 * i) + (5 * j) + j) % channels.Length];
                (int kernel, int stride, int pad, int dilation, int outputPad) = windows[i];
                yield return Of(input, output, 3 + ((i + j) % 4), 6 - (i % 3), kernel, stride, pad, dilation, outputPad, 1, i % 3 != 2);
            }
        }

        foreach ((int input, int output, int groups) in ((int, int, int)[])[(4, 6, 2), (32, 64, 2), (64, 32, 4), (48, 48, 3), (6, 6, 6), (32, 16, 8)])
        {
            yield return Of(input, output, 4, 3, 3, 2, 1, 1, 1, groups, true);
        }

        // Strides whose phases share kernels.
        yield return Of(5, 18, 2, 3, 16, 8, 4, 1, 0, 1, true);
        yield return Of(32, 32, 2, 2, 12, 6, 3, 1, 1, 2, true);
        yield return Of(17, 3, 1, 1, 7, 9, 0, 1, 0, 1, false);
        yield return Of(3, 5, 2, 2, 6, 5, 1, 2, 0, 1, true);

        // Down and up again: the borders of both layers meet.
        yield return new SweepCase(
            "[Input(5, 8, 9)] [Conv(18, 3, Stride = 2, Pad = 1)] [ConvTranspose(7, 4, Stride = 2, Pad = 1)] [Conv(3, 5, Pad = 2)]",
            new PlainShape(5, 8, 9),
            3,
            ("conv1", new PlainConv { Filters = 18, Kernel = (3, 3), Stride = (2, 2), Pad = (1, 1) }),
            ("convtranspose1", new PlainConvTranspose { Filters = 7, Kernel = (4, 4), Stride = (2, 2), Pad = (1, 1) }),
            ("conv2", new PlainConv { Filters = 3, Kernel = (5, 5), Pad = (2, 2) }));
    }

    private static SweepCase Of(int input, int filters, int height, int width, int kernel, int stride, int pad, int dilation, int outputPad, int groups, bool bias)
    {
        string more = $", Stride = {stride}, Pad = {pad}, Dilation = {dilation}, OutputPad = {outputPad}, Groups = {groups}{(bias ? "" : ", Bias = false")}";
        return new SweepCase(
            $"[Input({input}, {height}, {width})] [ConvTranspose({filters}, {kernel}{more})]",
            new PlainShape(input, height, width),
            2,
            ("convtranspose1", new PlainConvTranspose
            {
                Filters = filters,
                Kernel = (kernel, kernel),
                Stride = (stride, stride),
                Pad = (pad, pad),
                Dilation = (dilation, dilation),
                OutputPad = outputPad,
                Groups = groups,
            }));
    }
}

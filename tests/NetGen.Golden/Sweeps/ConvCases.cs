using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>Convolutions: channel counts around the widths of vectors and tiles, image sizes, windows, groups, what fuses into them.</summary>
internal static class ConvCases
{
    private static readonly (int In, int Out)[] s_channels =
    [
        (1, 1), (1, 16), (3, 15), (3, 17), (15, 1), (16, 3), (16, 16), (15, 31), (17, 33), (31, 17), (32, 48), (33, 15),
        (47, 49), (48, 47), (49, 48), (1, 65), (64, 64), (63, 65), (65, 63), (64, 70), (70, 1), (70, 70), (3, 64), (2, 5),
    ];

    public static IEnumerable<SweepCase> Channels() => s_channels.SelectMany((c, i) => new[]
    {
        Square(c.In, c.Out, 5 + (i % 4), 3 + (i % 6), 3, 1, 1, 1, 1 + (i % 3)),
        Square(c.In, c.Out, 3 + (i % 5), 4 + (i % 3), 1, 1, 0, 1, 2),
    });

    public static IEnumerable<SweepCase> Sizes() => Enumerable.Range(1, 20).SelectMany(size => new[]
    {
        Square(3, 18, size, 21 - size, 3, 1, 1, 1, 2),
        Square(16, 33, 21 - size, size, 3, 2, 1, 1, 1 + (size % 5)),
    });

    /// <summary>Narrow images, whose tiles go on from row to row, and blocks of so many weights that they are taken a kernel row at a time.</summary>
    public static IEnumerable<SweepCase> Narrow()
    {
        for (int width = 4; width <= 16; width++)
        {
            yield return Square(9, 64, width % 5 == 0 ? 3 : width, width, 3, 1, 1, 1, 1 + (width % 3));
            yield return Square(20, 112, 18 - width, width, 3, 2, 1, 1, 2);
            yield return Square(33, 48, 7, width, 1, 1, 0, 1, 1 + (width % 2));
        }

        SweepCase large = Square(260, 64, 7, 7, 3, 1, 1, 1, 2);
        yield return large;
        yield return large with { Declaration = large.Declaration + " [ReLU]", Layers = [.. large.Layers, ("relu1", PlainActivation.Leaky(0))] };
        yield return large with { Declaration = large.Declaration + " [LeakyReLU(0.2f)]", Layers = [.. large.Layers, ("leakyrelu1", PlainActivation.Leaky(0.2f))] };
        yield return Square(260, 64, 14, 13, 3, 2, 1, 1, 2);
        yield return Square(160, 64, 7, 8, 11, 1, 5, 1, 2);
    }

    /// <summary>Maps whose gradient by the weights is summed in several strips: of columns where a map is one row; and those large enough that a strip asks for the next.</summary>
    public static IEnumerable<SweepCase> Large()
    {
        yield return Square(5, 20, 5, 13, 1, 1, 0, 1, 2);
        yield return Square(20, 40, 19, 23, 1, 1, 0, 1, 3);
        yield return Square(1, 1, 9, 15, 1, 1, 0, 1, 2);
        yield return Square(33, 17, 13, 10, 1, 1, 0, 1, 3);
        yield return Square(64, 64, 33, 37, 1, 1, 0, 1, 2);
        yield return Square(48, 96, 31, 32, 1, 1, 0, 1, 1);
        yield return Square(80, 64, 31, 30, 1, 1, 0, 1, 3);
        yield return Square(17, 130, 32, 31, 1, 1, 0, 1, 2);
        yield return Square(70, 33, 65, 36, 1, 2, 0, 1, 2);
        yield return Square(32, 47, 65, 63, 3, 2, 1, 1, 2);
        yield return Square(64, 64, 34, 35, 1, 1, 0, 1, 2, 2);
        yield return Of(2, 16, 20, 1, 300, "20, 1, 3, PadW = 1", new PlainConv { Filters = 20, Kernel = (1, 3), Pad = (0, 1) });
    }

    public static IEnumerable<SweepCase> Windows()
    {
        // kernel, stride, pad, dilation
        (int, int, int, int)[] squares =
        [
            (1, 2, 0, 1), (1, 3, 1, 1), (1, 1, 2, 1), (2, 1, 0, 1), (2, 2, 0, 1), (2, 2, 1, 1), (2, 3, 1, 1), (3, 1, 0, 1), (3, 2, 0, 1),
            (3, 3, 0, 1), (3, 3, 2, 1), (3, 4, 1, 1), (3, 1, 2, 1), (3, 1, 4, 1), (3, 1, 2, 2), (3, 2, 2, 2), (3, 1, 3, 3), (3, 3, 1, 2),
            (4, 1, 1, 1), (4, 2, 1, 1), (5, 1, 2, 1), (5, 2, 2, 1), (5, 3, 4, 1), (5, 1, 0, 2), (7, 1, 3, 1), (7, 2, 3, 1), (7, 4, 2, 1), (11, 4, 2, 1),
        ];
        for (int i = 0; i < squares.Length; i++)
        {
            (int kernel, int stride, int pad, int dilation) = squares[i];
            yield return Square(i % 2 == 0 ? 5 : 16, i % 3 == 0 ? 16 : 20, 9 + (i % 5), 11 + (i % 4), kernel, stride, pad, dilation, 1 + (i % 3));
        }

        // More than 16 phases: those that are alike share a kernel.
        foreach ((int kernel, int stride, int pad, int dilation) in ((int, int, int, int)[])[(5, 5, 0, 1), (7, 6, 2, 1), (16, 8, 4, 1), (3, 7, 1, 1), (12, 5, 5, 1), (4, 6, 3, 4), (1, 9, 0, 1)])
        {
            yield return Square(kernel % 2 == 0 ? 3 : 16, 18, 17, 20, kernel, stride, pad, dilation, 2);
        }

        yield return Of(3, 7, 12, 9, 9, "12, 1, 7, PadW = 3", new PlainConv { Filters = 12, Kernel = (1, 7), Pad = (0, 3) });
        yield return Of(2, 7, 16, 8, 5, "16, 5, 1, PadH = 2, StrideH = 2", new PlainConv { Filters = 16, Kernel = (5, 1), Pad = (2, 0), Stride = (2, 1) });
        yield return Of(2, 4, 9, 10, 7, "9, 3, StrideH = 3, StrideW = 2, PadH = 0, PadW = 1", new PlainConv { Filters = 9, Kernel = (3, 3), Stride = (3, 2), Pad = (0, 1) });
        yield return Of(2, 16, 16, 10, 13, "16, 2, 3, DilationH = 3, DilationW = 2, Pad = 2", new PlainConv { Filters = 16, Kernel = (2, 3), Dilation = (3, 2), Pad = (2, 2) });
        yield return Of(2, 17, 3, 1, 14, "3, 1, 3", new PlainConv { Filters = 3, Kernel = (1, 3) });

        // Images smaller than the kernel, kernels as large as the image, strides past the image.
        yield return Square(5, 16, 1, 1, 3, 1, 1, 1, 3);
        yield return Square(16, 5, 2, 1, 5, 1, 2, 1, 2);
        yield return Square(6, 17, 4, 4, 4, 1, 0, 1, 5);
        yield return Square(16, 16, 7, 7, 7, 7, 0, 1, 2);
        yield return Square(3, 4, 5, 5, 1, 9, 0, 1, 2);
    }

    public static IEnumerable<SweepCase> Grouped()
    {
        (int In, int Out, int Groups)[] groups =
            [(16, 32, 4), (6, 6, 3), (12, 24, 2), (32, 32, 2), (64, 64, 4), (10, 20, 10), (48, 48, 3), (24, 8, 8), (33, 66, 3), (40, 20, 5), (128, 128, 2), (2, 2, 2)];
        foreach ((int inputs, int outputs, int count) in groups)
        {
            yield return Square(inputs, outputs, 6, 5, 3, 1, 1, 1, 2, count);
            yield return Square(inputs, outputs, 5, 7, 3, 2, 1, 1, 3, count);
        }
    }

    public static IEnumerable<SweepCase> Fused()
    {
        foreach ((int inputs, int outputs) in new[] { (3, 16), (16, 17), (20, 64), (64, 5) })
        {
            SweepCase plain = Square(inputs, outputs, 6, 7, 3, 1, 1, 1, 3);
            yield return plain with { Declaration = plain.Declaration + " [ReLU]", Layers = [.. plain.Layers, ("relu1", PlainActivation.Leaky(0))] };
            plain = Square(inputs, outputs, 6, 7, 3, 2, 1, 1, 3);
            yield return plain with { Declaration = plain.Declaration + " [LeakyReLU(0.2f)]", Layers = [.. plain.Layers, ("leakyrelu1", PlainActivation.Leaky(0.2f))] };
            plain = Of(4, inputs, outputs, 5, 6, $"{outputs}, 3, Pad = 1, Bias = false", new PlainConv { Filters = outputs, Kernel = (3, 3), Pad = (1, 1) });
            yield return plain with
            {
                Declaration = plain.Declaration + " [BatchNorm] [ReLU]",
                Layers = [.. plain.Layers, ("batchnorm1", new PlainBatchNorm()), ("relu1", PlainActivation.Leaky(0))],
            };
        }
    }

    private static SweepCase Square(int inputs, int outputs, int height, int width, int kernel, int stride, int pad, int dilation, int batch, int groups = 1) =>
        Of(
            batch,
            inputs,
            outputs,
            height,
            width,
            $"{outputs}, {kernel}, Stride = {stride}, Pad = {pad}, Dilation = {dilation}, Groups = {groups}",
            new PlainConv { Filters = outputs, Kernel = (kernel, kernel), Stride = (stride, stride), Pad = (pad, pad), Dilation = (dilation, dilation), Groups = groups });

    private static SweepCase Of(int batch, int inputs, int outputs, int height, int width, string arguments, PlainConv plain) =>
        plain.Filters == outputs
            ? new SweepCase($"[Input({inputs}, {height}, {width})] [Conv({arguments})]", new PlainShape(inputs, height, width), batch, ("conv1", plain))
            : throw new ArgumentException("the filters differ", nameof(outputs));
}

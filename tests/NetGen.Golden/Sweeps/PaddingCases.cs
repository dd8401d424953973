using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>Padding that differs by side: of convolutions of all kinds, as zeros beside the image and then none, and of pools.</summary>
internal static class PaddingCases
{
    private static readonly (int Top, int Bottom, int Left, int Right)[] s_pads = [(0, 1, 0, 1), (1, 0, 1, 0), (2, 0, 0, 1), (0, 3, 2, 1), (0, 0, 0, 2), (4, 1, 1, 5)];

    public static IEnumerable<SweepCase> All()
    {
        // in, out, groups, kernel, stride, dilation
        (int, int, int, int, int, int)[] windows =
        [
            (3, 16, 1, 3, 2, 1), (5, 20, 1, 3, 1, 1), (16, 33, 1, 2, 2, 1), (1, 1, 1, 4, 3, 1), (17, 15, 1, 1, 1, 1), (16, 16, 2, 3, 2, 2), (12, 20, 4, 5, 2, 1), (3, 18, 1, 7, 2, 1), (64, 64, 1, 3, 1, 2),
        ];

        // Each window with two of the paddings, each padding with three of the windows: every compilation of a case takes the gate a quarter of a second.
        for (int i = 0; i < 2 * windows.Length; i++)
        {
            (int inputs, int filters, int groups, int kernel, int stride, int dilation) = windows[i % windows.Length];
            (int, int, int, int) pads = s_pads[i % s_pads.Length];
            PlainShape shape = new(inputs, 9 + (i % 4), 10 - (i % 3));
            string window = $"{kernel}, Stride = {stride}, Dilation = {dilation}, {Text(pads)}";
            PlainConv conv = new() { Filters = filters, Kernel = (kernel, kernel), Stride = (stride, stride), Dilation = (dilation, dilation), Groups = groups };
            yield return Of($"Conv({filters}, {window}, Groups = {groups})", shape, 1 + (i % 3), Zeros(pads), ("conv1", conv));

            PlainConv depthwise = new() { Filters = inputs, Kernel = (kernel, kernel), Stride = (stride, stride), Dilation = (dilation, dilation), Groups = inputs };
            yield return Of($"DepthwiseConv({window})", shape, 2, Zeros(pads), ("depthwiseconv1", depthwise));
        }

        foreach ((int, int, int, int) pads in s_pads)
        {
            yield return Of($"DepthwiseConv(13, {Text(pads)})", new PlainShape(5, 14, 15), 2, Zeros(pads), ("depthwiseconv1", new PlainConv { Filters = 5, Kernel = (13, 13), Groups = 5 }));
            yield return Of(
                $"DepthwiseConv(3, Multiplier = 3, {Text(pads)})", new PlainShape(6, 6, 5), 2, Zeros(pads), ("depthwiseconv1", new PlainConv { Filters = 18, Kernel = (3, 3), Groups = 6 }));
            (int top, int bottom, int left, int right) = pads;
            yield return Of(
                $"ConvTranspose(9, 4, Stride = 3, {Text(pads)})",
                new PlainShape(5, 5, 6),
                2,
                ("convtranspose1", new PlainConvTranspose { Filters = 9, Kernel = (4, 4), Stride = (3, 3) }),
                ("cut", new PlainBorder(-top, -bottom, -left, -right)));

            // Behind a norm, whose values of the whole batch the gradient by many weights sums over.
            yield return new SweepCase(
                $"[Input(96, 6, 5)] [BatchNorm] [Conv(128, 3, {Text(pads)})]",
                new PlainShape(96, 6, 5),
                6,
                ("batchnorm1", new PlainBatchNorm()), Zeros(pads), ("conv1", new PlainConv { Filters = 128, Kernel = (3, 3) }));

            // Between convolutions that need other borders around the same values.
            yield return new SweepCase(
                $"[Input(3, 8, 7)] [Conv(17, 3, Pad = 1)] [ReLU] [Conv(20, 3, {Text(pads)})] [Conv(4, 5, Pad = 2)]",
                new PlainShape(3, 8, 7),
                2,
                ("conv1", new PlainConv { Filters = 17, Kernel = (3, 3), Pad = (1, 1) }),
                ("relu1", PlainActivation.Leaky(0)),
                Zeros(pads),
                ("conv2", new PlainConv { Filters = 20, Kernel = (3, 3) }),
                ("conv3", new PlainConv { Filters = 4, Kernel = (5, 5), Pad = (2, 2) }));
        }

        foreach ((int, int, int, int) pads in ((int, int, int, int)[])[(0, 1, 0, 1), (1, 0, 0, 2), (2, 0, 1, 1), (2, 1, 0, 0)])
        {
            foreach (string algorithm in (string[])["Winograd2", "Winograd4", "Direct"])
            {
                yield return Of(
                    $"Conv(20, 3, {Text(pads)}, Algorithm = ConvAlgorithm.{algorithm})", new PlainShape(18, 9, 10), 2, Zeros(pads), ("conv1", new PlainConv { Filters = 20, Kernel = (3, 3) }));
            }
        }

        for (int i = 0; i < s_pads.Length; i++)
        {
            (int top, int bottom, int left, int right) = s_pads[i];
            PlainShape shape = new(15 + (i * 3), 7, 8);
            yield return Of($"ZeroPad({top}, {bottom}, {left}, {right})", shape, 2, Zeros(s_pads[i]));
            yield return Of($"Crop({top}, {bottom}, {left}, {right})", shape, 2, ("cut", new PlainBorder(-top, -bottom, -left, -right)));
        }

        foreach (SweepCase pool in Pools())
        {
            yield return pool;
        }
    }

    private static IEnumerable<SweepCase> Pools()
    {
        int i = 0;
        foreach ((int kernel, int stride, (int, int, int, int) pads) in new[] { (2, 2, (0, 1, 0, 1)), (2, 1, (1, 0, 0, 1)), (3, 2, (0, 1, 0, 1)), (3, 1, (1, 0, 0, 1)), (5, 2, (2, 0, 1, 2)), (7, 3, (0, 3, 3, 1)), (3, 2, (0, 0, 1, 0)) })
        {
            (int top, int bottom, int left, int right) = pads;
            foreach ((bool max, bool ceil, bool include) in new[] { (true, false, true), (true, true, true), (false, false, true), (false, false, false), (false, true, true), (false, true, false) })
            {
                PlainShape shape = new(15 + (i % 4), 8 + (i % 3), 7 + (i % 5));
                string more = (ceil ? ", CeilMode = true" : "") + (include ? "" : ", CountIncludePad = false");
                PlainPool plain = new()
                {
                    Max = max,
                    Kernel = (kernel, kernel),
                    Stride = (stride, stride),
                    Pad = (top, left),
                    PadBehind = (bottom, right),
                    Ceil = ceil,
                    CountIncludePad = include,
                };
                yield return Of($"{(max ? "MaxPool" : "AvgPool")}({kernel}, Stride = {stride}, {Text(pads)}{more})", shape, 2, ("pool", plain));
                i++;
            }
        }
    }

    private static SweepCase Of(string layer, PlainShape shape, int batch, params (string, PlainLayer)[] layers) =>
        new($"[Input({shape.Channels}, {shape.Height}, {shape.Width})] [{layer}]", shape, batch, layers);

    private static (string, PlainLayer) Zeros((int Top, int Bottom, int Left, int Right) pads) => ("zeros", new PlainBorder(pads.Top, pads.Bottom, pads.Left, pads.Right));

    private static string Text((int Top, int Bottom, int Left, int Right) pads) => $"PadTop = {pads.Top}, PadBottom = {pads.Bottom}, PadLeft = {pads.Left}, PadRight = {pads.Right}";
}

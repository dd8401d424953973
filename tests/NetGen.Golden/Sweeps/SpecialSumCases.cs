using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>
/// One value that is no number, infinite, denormal or zero among ordinary ones shows in the outputs and gradients that read it, as in PyTorch, and in no others: not
/// in another group, image or channel, and not through lanes and borders that kernels pad with.
/// </summary>
internal static class SpecialSumCases
{
    private static readonly float[] s_values = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0f, -0f, 1e-40f, -1e-40f];

    public static IEnumerable<SweepCase> All() => Convolutions().Concat(Pools()).Concat(Norms()).Concat(Vectors());

    private static IEnumerable<SweepCase> Convolutions()
    {
        foreach ((int channels, int filters) in new[] { (1, 5), (3, 16), (16, 3), (19, 20), (32, 32) })
            foreach ((string window, PlainConv shape) in new (string, PlainConv)[]
            {
            ("1", new PlainConv { Filters = filters }),
            ("3, Pad = 1", new PlainConv { Filters = filters, Kernel = (3, 3), Pad = (1, 1) }),
            ("3, Stride = 2, Pad = 2", new PlainConv { Filters = filters, Kernel = (3, 3), Stride = (2, 2), Pad = (2, 2) }),
            ("3, 2, Dilation = 2, Pad = 1", new PlainConv { Filters = filters, Kernel = (3, 2), Dilation = (2, 2), Pad = (1, 1) }),
            ("6, 5", new PlainConv { Filters = filters, Kernel = (6, 5) }),
            })
            {
                yield return Case(new PlainShape(channels, 6, 5), Direct(filters, window), "conv1", Copy(shape, filters, 1));
                yield return Case(new PlainShape(channels, 6, 5), $"DepthwiseConv({window})", "depthwiseconv1", Copy(shape, channels, channels));
                if (channels > 1)
                {
                    // Behind another layer, where channels are padded.
                    yield return Case(new PlainShape(channels, 6, 5), Direct(filters, window), "conv1", Copy(shape, filters, 1), before: "LeakyReLU(0.5f)");
                }
            }

        // Groups of whole vectors. Smaller ones are taken together with zeros between them, where what is infinite becomes no number in its neighbours' outputs.
        foreach ((int channels, int filters, int groups) in new[] { (32, 32, 2), (64, 32, 2), (48, 96, 3) })
        {
            yield return Case(new PlainShape(channels, 5, 4), $"Conv({filters}, 3, Pad = 1, Groups = {groups})", "conv1", new PlainConv { Filters = filters, Kernel = (3, 3), Pad = (1, 1), Groups = groups });
            yield return Case(new PlainShape(channels, 5, 4), $"Conv({filters}, 1, Stride = 2, Groups = {groups})", "conv1", new PlainConv { Filters = filters, Stride = (2, 2), Groups = groups }, before: "LeakyReLU(0.5f)");
            yield return Case(new PlainShape(channels, 4, 3), $"ConvTranspose({filters}, 3, Stride = 2, Groups = {groups})", "convtranspose1", new PlainConvTranspose { Filters = filters, Kernel = (3, 3), Stride = (2, 2), Groups = groups });
        }

        foreach ((int channels, int multiplier) in new[] { (1, 3), (3, 2), (17, 2) })
        {
            yield return Case(new PlainShape(channels, 6, 5), $"DepthwiseConv(3, Pad = 1, Multiplier = {multiplier})", "depthwiseconv1", new PlainConv { Filters = channels * multiplier, Kernel = (3, 3), Pad = (1, 1), Groups = channels });
        }

        // Without padding: past the border the gradient by the weights multiplies inputs by zeros, as a matrix product over unfolded pixels does.
        foreach ((int channels, int filters) in new[] { (1, 5), (3, 16), (19, 4) })
            foreach ((string window, int kernel, int stride) in new[] { ("2, Stride = 2", 2, 2), ("3", 3, 1), ("4, Stride = 2", 4, 2), ("2, Stride = 3", 2, 3) })
            {
                yield return Case(new PlainShape(channels, 4, 5), $"ConvTranspose({filters}, {window})", "convtranspose1", new PlainConvTranspose { Filters = filters, Kernel = (kernel, kernel), Stride = (stride, stride) });
            }
    }

    /// <summary>Winograd's form makes what is no number of all taps of a weight's gradient, and of whole tiles of outputs.</summary>
    private static string Direct(int filters, string window) => $"Conv({filters}, {window}, Algorithm = ConvAlgorithm.Direct)";

    private static IEnumerable<SweepCase> Pools()
    {
        foreach (int channels in new[] { 1, 3, 16, 19 })
        {
            PlainShape shape = new(channels, 6, 7);
            yield return Case(shape, "AvgPool(2)", "", new PlainPool { Kernel = (2, 2), Stride = (2, 2) });
            yield return Case(shape, "AvgPool(3, Stride = 1, Pad = 1)", "", new PlainPool { Kernel = (3, 3), Stride = (1, 1), Pad = (1, 1) });
            yield return Case(shape, "AvgPool(3, Stride = 2, Pad = 1, CeilMode = true, CountIncludePad = false)", "", new PlainPool { Kernel = (3, 3), Stride = (2, 2), Pad = (1, 1), Ceil = true, CountIncludePad = false });
            yield return Case(shape, "GlobalAvgPool", "", new PlainPool { Kernel = (6, 7), Stride = (6, 7) });
            yield return Case(shape, "AdaptiveAvgPool(4, 3)", "", PlainResampling.Adaptive(4, 3));
            yield return Case(shape, "AdaptiveAvgPool(8, 9)", "", PlainResampling.Adaptive(8, 9));
            yield return Case(shape, "Upsample(2)", "", PlainResampling.Nearest(2));
            yield return Case(shape, "Upsample(3)", "", PlainResampling.Nearest(3));
            yield return Case(shape, "Upsample(2, Mode = UpsampleMode.Bilinear)", "", new PlainBilinear(2));
            yield return Case(shape, "Upsample(3, Mode = UpsampleMode.Bilinear)", "", new PlainBilinear(3));
        }
    }

    private static IEnumerable<SweepCase> Norms()
    {
        foreach ((int channels, int groups) in new[] { (1, 1), (3, 3), (4, 2), (16, 4), (19, 1), (32, 2), (48, 3), (33, 11) })
        {
            PlainShape shape = new(channels, 3, 2);
            yield return Case(shape, $"GroupNorm({groups})", "groupnorm1", new PlainGroupNorm(groups));
            yield return Case(shape, "LayerNorm", "layernorm1", new PlainGroupNorm(1, perValue: true), rare: 100);
            yield return Case(shape, "BatchNorm", "batchnorm1", new PlainBatchNorm());
            yield return Case(shape, "Softmax", "", new PlainSoftmax());
            yield return Case(shape, "LogSoftmax", "", new PlainLogSoftmax());
            foreach (int size in new[] { 1, 2, 3, 5 })
            {
                yield return Case(shape, $"LocalResponseNorm({size}, Alpha = 0.5f)", "", new PlainLocalResponseNorm(size, 0.5, 0.75, 1));
            }
        }
    }

    private static IEnumerable<SweepCase> Vectors()
    {
        foreach ((int features, int units) in new[] { (1, 1), (5, 3), (16, 16), (37, 19), (600, 500) })
        {
            PlainShape shape = new(features, 1, 1);
            int rare = features;
            yield return Case(shape, $"Dense({units})", "dense1", new PlainConv { Filters = units }, rare);
            if (features > 1)
            {
                yield return Case(shape, "LayerNorm", "layernorm1", new PlainGroupNorm(1, perValue: true), rare);
            }

            yield return Case(shape, "BatchNorm", "batchnorm1", new PlainBatchNorm());
            yield return Case(shape, "Softmax", "", new PlainSoftmax(), rare);
            yield return Case(shape, "LogSoftmax", "", new PlainLogSoftmax(), rare);
        }
    }

    private static SweepCase Case(PlainShape shape, string layer, string path, PlainLayer plain, int rare = 12, string? before = null)
    {
        string input = shape.Pixels == 1 ? $"{shape.Channels}" : $"{shape.Channels}, {shape.Height}, {shape.Width}";
        return new SweepCase(
            before is null ? $"[Input({input})] [{layer}]" : $"[Input({input})] [{before}] [{layer}]",
            shape,
            5,
            before is null ? [(path, plain)] : [("before", PlainActivation.Leaky(0.5)), (path, plain)])
        { Special = s_values, SpecialEvery = rare };
    }

    private static PlainConv Copy(PlainConv shape, int filters, int groups) =>
        new() { Filters = filters, Kernel = shape.Kernel, Stride = shape.Stride, Pad = shape.Pad, Dilation = shape.Dilation, Groups = groups };
}

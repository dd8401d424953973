using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

/// <summary>Packed weights against their order told in words: group, block of output channels, kernel row, kernel column, input, and the block's output channels together.</summary>
public sealed unsafe class PackTests
{
    private const int Lanes = 16;

    /// <summary>Outputs, inputs of a group, kernel, groups, groups that are packed as one; the last ones are so many that they are written past the caches.</summary>
    public static TheoryData<int, int, int, int, int> Shapes { get; } = new()
    {
        { 1, 1, 1, 1, 1 },
        { 5, 3, 3, 1, 1 },
        { 64, 16, 3, 1, 1 },
        { 70, 37, 3, 1, 1 },
        { 17, 5, 7, 1, 1 },
        { 6, 2, 11, 1, 1 },
        { 33, 21, 1, 1, 1 },
        { 64, 16, 3, 4, 1 },
        { 32, 4, 3, 8, 8 },
        { 96, 3, 5, 32, 16 },
        { 520, 130, 3, 1, 1 },
        { 1030, 600, 1, 1, 1 },
        { 800, 1024, 1, 1, 1 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Conv_IsInTheKernelsOrder(int outputs, int inputs, int kernel, int groups, int merged)
    {
        float[] weight = Weights(outputs * inputs * kernel * kernel);
        int partOutputs = outputs / groups * merged, partInputs = inputs * merged;
        int padded = Padded(partOutputs, groups / merged);
        List<float> expected = [];
        for (int part = 0; part < groups / merged; part++)
        {
            foreach ((int start, int width) in Blocks(padded))
            {
                for (int tap = 0; tap < kernel * kernel; tap++)
                {
                    for (int i = 0; i < partInputs; i++)
                    {
                        expected.AddRange(Enumerable.Range(start, width).Select(o =>
                            o < partOutputs && o / (outputs / groups) == i / inputs ? weight[((((part * partOutputs) + o) * inputs) + (i % inputs)) * kernel * kernel + tap] : 0));
                    }
                }
            }
        }

        float[] packed = Packed(weight, expected.Count, (w, p) => Pack.Conv(w, p, outputs, inputs, kernel, kernel, groups, merged));

        Assert.Equal(expected, packed);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ConvTurned_ExchangesChannelsAndBeginsWithTheLastTap(int outputs, int inputs, int kernel, int groups, int merged)
    {
        float[] weight = Weights(outputs * inputs * kernel * kernel);
        List<float> expected = Turned(weight, outputs, inputs, kernel, groups, merged, Enumerable.Range(0, kernel * kernel).Reverse());

        float[] packed = Packed(weight, expected.Count, (w, p) => Pack.ConvTurned(w, p, outputs, inputs, kernel, kernel, groups, merged));

        Assert.Equal(expected, packed);
    }

    /// <summary>Every other tap of a row and all rows, from a last one that is not the kernel's.</summary>
    [Theory]
    [InlineData(70, 37, 3, 1, 1)]
    [InlineData(10, 6, 5, 1, 1)]
    [InlineData(32, 4, 7, 8, 8)]
    [InlineData(520, 130, 5, 1, 1)]
    public void ConvTurned_OfAPhase_HasItsTapsAlone(int outputs, int inputs, int kernel, int groups, int merged)
    {
        float[] weight = Weights(outputs * inputs * kernel * kernel);
        int last = kernel - 2, taps = kernel / 2;
        IEnumerable<int> own = from y in Enumerable.Range(0, kernel) from x in Enumerable.Range(0, taps) select ((kernel - 1 - y) * kernel) + last - (2 * x);
        List<float> expected = Turned(weight, outputs, inputs, kernel, groups, merged, own);

        float[] packed = Packed(weight, expected.Count, (w, p) =>
            Pack.ConvTurned(w, p, outputs, inputs, kernel, kernel, kernel - 1, 1, kernel, last, 2, taps, groups, merged));

        Assert.Equal(expected, packed);
    }

    /// <summary>U = G g Gᵀ in double precision, of weights as they are and turned.</summary>
    [Theory]
    [InlineData(5, 3, 2, false, false)]
    [InlineData(5, 3, 4, true, false)]
    [InlineData(70, 37, 4, false, true)]
    [InlineData(70, 37, 2, true, true)]
    [InlineData(64, 16, 4, false, false)]
    [InlineData(260, 130, 4, false, false)]
    [InlineData(260, 130, 4, true, true)]
    public void WinogradPack_IsTheTransformOfEachKernel(int outputs, int inputs, int tile, bool turned, bool byPoint)
    {
        float[] weight = Weights(outputs * inputs * 9);
        (int channels, int depth) = turned ? (inputs, outputs) : (outputs, inputs);
        int patch = tile + 2;
        int pitch = (channels + Lanes - 1) / Lanes * Lanes;
        float[] packed = Packed(weight, patch * patch * pitch * depth, (w, p) =>
        {
            if (turned)
            {
                WinogradPack.ConvTurned(w, p, outputs, inputs, tile, byPoint);
            }
            else
            {
                WinogradPack.Conv(w, p, outputs, inputs, tile, byPoint);
            }
        });

        double[,] g = tile == 2
            ? new[,] { { 1, 0, 0 }, { 0.5, 0.5, 0.5 }, { 0.5, -0.5, 0.5 }, { 0, 0, 1 } }
            : new[,] { { 1 / 4.0, 0, 0 }, { -1 / 6.0, -1 / 6.0, -1 / 6.0 }, { -1 / 6.0, 1 / 6.0, -1 / 6.0 }, { 1 / 24.0, 1 / 12.0, 1 / 6.0 }, { 1 / 24.0, -1 / 12.0, 1 / 6.0 }, { 0, 0, 1 } };
        foreach ((int start, int width) in Blocks(pitch))
        {
            for (int point = 0; point < patch * patch; point++)
            {
                for (int d = 0; d < depth; d++)
                {
                    for (int lane = 0; lane < width; lane++)
                    {
                        int channel = start + lane;
                        double expected = 0;
                        for (int tap = 0; tap < 9 && channel < channels; tap++)
                        {
                            int at = turned ? (((d * inputs) + channel) * 9) + 8 - tap : (((channel * inputs) + d) * 9) + tap;
                            expected += g[point / patch, tap / 3] * weight[at] * g[point % patch, tap % 3];
                        }

                        long place = byPoint ? ((long)point * pitch * depth) + ((long)start * depth) + (d * width) + lane : ((long)start * depth * patch * patch) + (((long)point * depth) + d) * width + lane;
                        Assert.Equal(expected, packed[place], 2e-6);
                    }
                }
            }
        }
    }

    /// <summary>Parts of the work write what one item writes, and each weight once.</summary>
    [Theory]
    [InlineData(70, 37, 3, 4)]
    [InlineData(120, 16, 5, 4)]
    [InlineData(33, 21, 1, 3)]
    [InlineData(520, 130, 3, 4)]
    [InlineData(19, 2, 3, 4)]
    public void Parts_MakeTheWhole(int outputs, int inputs, int kernel, int parts)
    {
        float[] weight = Weights(outputs * inputs * kernel * kernel);
        Same(Padded(outputs, 1) * inputs * kernel * kernel, (w, p, part, of) => Pack.Conv(w, p, outputs, inputs, kernel, kernel, part: part, parts: of));
        Same(outputs * Padded(inputs, 1) * kernel * kernel, (w, p, part, of) => Pack.ConvTurned(w, p, outputs, inputs, kernel, kernel, part: part, parts: of));
        Same(weight.Length, (w, p, part, of) => Reduce.Conv(w, p, 0, 1, outputs / 16 * 16, inputs, kernel, kernel, part: part, parts: of), outputs / 16 * 16 * inputs * kernel * kernel);
        if (kernel == 3)
        {
            Same(36 * Padded(outputs, 1) * inputs, (w, p, part, of) => WinogradPack.Conv(w, p, outputs, inputs, 4, part: part, parts: of));
            Same(36 * outputs * Padded(inputs, 1), (w, p, part, of) => WinogradPack.ConvTurned(w, p, outputs, inputs, 4, byPoint: true, part: part, parts: of));
        }

        void Same(int count, SharedPacking pack, int? real = null)
        {
            float[] whole = Packed(weight, real ?? count, (w, p) => pack(w, p, 0, 1));
            float[] shared = Packed(weight, real ?? count, (w, p) =>
            {
                for (int part = parts - 1; part >= 0; part--)
                {
                    pack(w, p, part, parts);
                }
            });

            Assert.Equal(whole, shared);
            Assert.DoesNotContain(whole, float.IsNaN);
        }
    }

    private static List<float> Turned(float[] weight, int outputs, int inputs, int kernel, int groups, int merged, IEnumerable<int> taps)
    {
        int partOutputs = outputs / groups * merged, partInputs = inputs * merged;
        int[] own = [.. taps];
        List<float> expected = [];
        for (int part = 0; part < groups / merged; part++)
        {
            foreach ((int start, int width) in Blocks(Padded(partInputs, groups / merged)))
            {
                foreach (int tap in own)
                {
                    for (int o = 0; o < partOutputs; o++)
                    {
                        expected.AddRange(Enumerable.Range(start, width).Select(i =>
                            i < partInputs && o / (outputs / groups) == i / inputs ? weight[((((part * partOutputs) + o) * inputs) + (i % inputs)) * kernel * kernel + tap] : 0));
                    }
                }
            }
        }

        return expected;
    }

    private static int Padded(int channels, int parts) => parts == 1 ? (channels + Lanes - 1) / Lanes * Lanes : channels;

    private static IEnumerable<(int Start, int Width)> Blocks(int channels)
    {
        ChannelBlocks blocks = ChannelBlocks.Of(channels);
        return Enumerable.Range(0, blocks.Count).Select(b => (blocks.Start(b), blocks.Width(b)));
    }

    private static float[] Weights(int count)
    {
        Random random = new(1);
        return [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextSingle()) - 1)];
    }

    private delegate void Packing(float* weight, float* packed);

    private delegate void SharedPacking(float* weight, float* packed, int part, int parts);

    /// <summary>Behind the end nothing is written, and what is there before is not left.</summary>
    private static float[] Packed(float[] weight, int count, Packing pack)
    {
        using AlignedMemory from = new(weight.Length);
        using AlignedMemory to = new(count + Lanes);
        weight.CopyTo(new Span<float>(from.Pointer, weight.Length));
        new Span<float>(to.Pointer, count + Lanes).Fill(float.NaN);
        pack(from.Pointer, to.Pointer);
        Assert.All(new Span<float>(to.Pointer + count, Lanes).ToArray(), v => Assert.True(float.IsNaN(v)));
        return new Span<float>(to.Pointer, count).ToArray();
    }
}

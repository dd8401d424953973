using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>Pools: windows, strides, borders, both roundings, channel counts.</summary>
internal static class PoolCases
{
    public static IEnumerable<SweepCase> All()
    {
        // kernel, stride, pad
        (int, int, int)[] windows = [(2, 2, 0), (2, 1, 0), (2, 2, 1), (3, 1, 1), (3, 2, 0), (3, 2, 1), (3, 3, 0), (3, 3, 1), (2, 3, 0), (2, 3, 1), (5, 2, 2), (4, 1, 2), (1, 1, 0), (1, 2, 0)];
        int[] channels = [1, 3, 15, 16, 17, 33, 64, 70];
        for (int i = 0; i < windows.Length; i++)
        {
            (int kernel, int stride, int pad) = windows[i];
            int count = channels[i % channels.Length];
            yield return Of(true, count, 7 + (i % 4), 10 - (i % 3), kernel, stride, pad, ceil: false, include: true);
            yield return Of(true, count, 8 - (i % 3), 8 + (i % 5), kernel, stride, pad, ceil: true, include: true);
            yield return Of(false, count, 7 + (i % 4), 10 - (i % 3), kernel, stride, pad, ceil: false, include: i % 2 == 0);
            yield return Of(false, count, 8 - (i % 3), 8 + (i % 5), kernel, stride, pad, ceil: true, include: i % 2 == 0);
            yield return Of(false, count, 8, 7, kernel, stride, pad, ceil: true, include: i % 2 == 1);
        }

        foreach ((int kernel, int stride, int pad) in windows.Where(w => w.Item1 <= w.Item2))
        {
            for (int i = 0; i < channels.Length; i += 2)
            {
                yield return RoundTrip(channels[i], 8 - (i % 3), 9 + (i % 4), kernel, stride, pad, ceil: i % 4 == 0);
            }
        }

        yield return RoundTrip(18, 13, 15, 6, 6, 0, ceil: false);
        yield return RoundTrip(3, 13, 15, 6, 7, 3, ceil: true);
        for (int size = 2; size <= 20; size += 2)
        {
            yield return Of(true, 18, size, 22 - size, 2, 2, 0, ceil: false, include: true);
        }
    }

    private static SweepCase RoundTrip(int channels, int height, int width, int kernel, int stride, int pad, bool ceil) => new(
        $"[Input({channels}, {height}, {width})] [MaxPool({kernel}, Stride = {stride}, Pad = {pad}{(ceil ? ", CeilMode = true" : "")})] [Tag(\"p\")] [MaxUnpool(\"p\")]",
        new PlainShape(channels, height, width),
        2,
        ("pool", new PlainPoolRoundTrip(new PlainPool { Max = true, Kernel = (kernel, kernel), Stride = (stride, stride), Pad = (pad, pad), Ceil = ceil })));

    private static SweepCase Of(bool max, int channels, int height, int width, int kernel, int stride, int pad, bool ceil, bool include)
    {
        string more = (ceil ? ", CeilMode = true" : "") + (include ? "" : ", CountIncludePad = false");
        return new SweepCase(
            $"[Input({channels}, {height}, {width})] [{(max ? "MaxPool" : "AvgPool")}({kernel}, Stride = {stride}, Pad = {pad}{more})]",
            new PlainShape(channels, height, width),
            2,
            ("pool", new PlainPool { Max = max, Kernel = (kernel, kernel), Stride = (stride, stride), Pad = (pad, pad), Ceil = ceil, CountIncludePad = include }));
    }
}

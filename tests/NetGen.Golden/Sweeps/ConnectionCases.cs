using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>
/// Convolutions with connection tables over channel counts, windows and what fuses into them. The parameters are random throughout, also
/// where filters are not connected, which must have no effect.
/// </summary>
internal static class ConnectionCases
{
    private static readonly (int In, int Out)[] s_channels =
        [(1, 1), (1, 17), (6, 16), (16, 16), (15, 3), (17, 33), (33, 15), (48, 49), (65, 5), (5, 70), (64, 64)];

    public static IEnumerable<SweepCase> All() => s_channels.SelectMany((c, i) => new[]
    {
        Of(c.In, c.Out, 3, 1, 1, 1, ""),
        Of(c.In, c.Out, 5 - (i % 4), 1 + (i % 3), i % 2, 1 + (i % 2), ""),
        Of(c.In, c.Out, 3, 1, 0, 1, " [BatchNorm] [ReLU]", ("batchnorm1", new PlainBatchNorm()), ("relu1", PlainActivation.Leaky(0))),
    });

    private static SweepCase Of(int inputs, int outputs, int kernel, int stride, int pad, int dilation, string after, params (string Path, PlainLayer Layer)[] layers)
    {
        string table = string.Join("; ", Enumerable.Range(0, outputs).Select(f => string.Join(",", Enumerable.Range(0, inputs).Where(c => Connected(f, c)))));
        PlainConv plain = new()
        {
            Filters = outputs,
            Kernel = (kernel, kernel),
            Stride = (stride, stride),
            Pad = (pad, pad),
            Dilation = (dilation, dilation),
            Connected = Connected,
        };
        return new SweepCase(
            $"[Input({inputs}, 9, 10)] [Conv({outputs}, {kernel}, Stride = {stride}, Pad = {pad}, Dilation = {dilation}, Connections = \"{table}\")]{after}",
            new PlainShape(inputs, 9, 10),
            3,
            [("conv1", plain), .. layers]);

        // Some without a pattern, and one that every filter has for sure.
        bool Connected(int filter, int channel) => channel == filter % inputs || ((filter * 7) + (channel * 5)) % 11 % 3 == 0;
    }
}

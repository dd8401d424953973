using NetGen.Golden.Reference;

namespace NetGen.Fuzz.Networks;

/// <summary>Draws convolutions of the three kinds.</summary>
internal static class ConvolutionDraw
{
    public static LayerStep Draw(Dice dice, string kind, Value value)
    {
        // Mostly square kernels of usual sizes, now and then long ones.
        int side = dice.OneOf(1, 2, 3, 3, 3, 4, 5);
        (int Y, int X) kernel = dice.Chance(70) ? (side, side) : (dice.Between(1, 9), dice.Between(1, 9));
        (int Y, int X) stride = dice.Chance(50) ? (1, 1) : dice.Chance(60) ? (2, 2) : (dice.Between(1, 5), dice.Between(1, 5));
        (int Y, int X) dilation = dice.Chance(75) ? (1, 1) : (dice.Between(1, 3), dice.Between(1, 3));
        (int Y, int X) pad = dice.Chance(50) ? (kernel.Y / 2, kernel.X / 2) : dice.Chance(50) ? (0, 0) : (dice.Between(0, 5), dice.Between(0, 5));
        bool bias = dice.Chance(75);
        string common = (bias ? "" : ", Bias = false") + (dilation == (1, 1) ? "" : dilation.Y == dilation.X ? $", Dilation = {dilation.Y}" : $", DilationH = {dilation.Y}, DilationW = {dilation.X}");
        string window = WindowText(kernel, stride, pad, (1, 1)) + common;
        return kind switch
        {
            "Conv" => Conv(dice, value, kernel, stride, pad, dilation, window),
            "DepthwiseConv" => Depthwise(dice.Chance(70) ? 1 : dice.Between(2, 4), kernel, stride, pad, dilation, window),
            _ => Transposed(dice, value, kernel, stride, pad, dilation, window),
        };
    }

    /// <summary>A convolution of one pixel.</summary>
    public static LayerStep Pointwise(int filters) =>
        new("Conv", $"{filters}, 1", v => v.IsVector ? null : new PlainConv { Filters = filters }) { Cost = v => v.C };

    /// <summary>A convolution as the built-in blocks have it.</summary>
    public static LayerStep Plain(int filters, int kernel, int stride = 1, string? name = null) => new(
        "Conv",
        "",
        v => v.IsVector ? null : new PlainConv { Filters = filters, Kernel = (kernel, kernel), Stride = (stride, stride), Pad = (kernel / 2, kernel / 2) })
    {
        Cost = v => v.C * kernel * kernel,
        Name = name,
    };

    /// <summary>The arguments of a window: one number for both directions where they agree, and no stride where it is the default.</summary>
    public static string WindowText((int Y, int X) kernel, (int Y, int X) stride, (int Y, int X) pad, (int Y, int X) defaultStride) =>
        (kernel.Y == kernel.X ? $"{kernel.Y}" : $"{kernel.Y}, {kernel.X}")
        + (stride == defaultStride ? "" : stride.Y == stride.X ? $", Stride = {stride.Y}" : $", StrideH = {stride.Y}, StrideW = {stride.X}")
        + (pad == (0, 0) ? "" : pad.Y == pad.X ? $", Pad = {pad.Y}" : $", PadH = {pad.Y}, PadW = {pad.X}");

    private static LayerStep Conv(Dice dice, Value value, (int Y, int X) kernel, (int Y, int X) stride, (int Y, int X) pad, (int Y, int X) dilation, string window)
    {
        int groups = Groups(dice, value.C);
        int filters = groups * dice.Between(1, Math.Max(1, 40 / groups));
        bool[][]? table = groups == 1 && value.C <= 24 && dice.Chance(10) ? Table(dice, filters, value.C) : null;
        string connections = table is null ? "" : $", Connections = \"{string.Join("; ", table.Select(r => string.Join(",", Enumerable.Range(0, r.Length).Where(c => r[c]))))}\"";
        return new LayerStep(
            "Conv",
            $"{filters}, {window}{(groups == 1 ? "" : $", Groups = {groups}")}{connections}",
            v => v.IsVector || v.C % groups != 0 || (table is not null && table[0].Length != v.C) || !Fits(v, kernel, pad, dilation) ? null
                : new PlainConv { Filters = filters, Kernel = kernel, Stride = stride, Pad = pad, Dilation = dilation, Groups = groups, Connected = table is null ? null : (f, c) => table[f][c] })
        {
            Cost = v => v.C / groups * kernel.Y * kernel.X,
        };
    }

    private static LayerStep Depthwise(int multiplier, (int Y, int X) kernel, (int Y, int X) stride, (int Y, int X) pad, (int Y, int X) dilation, string window) => new(
        "DepthwiseConv",
        window + (multiplier == 1 ? "" : $", Multiplier = {multiplier}"),
        v => v.IsVector || !Fits(v, kernel, pad, dilation) ? null
            : new PlainConv { Filters = v.C * multiplier, Kernel = kernel, Stride = stride, Pad = pad, Dilation = dilation, Groups = v.C })
    {
        Cost = _ => kernel.Y * kernel.X,
    };

    private static LayerStep Transposed(Dice dice, Value value, (int Y, int X) kernel, (int Y, int X) stride, (int Y, int X) pad, (int Y, int X) dilation, string window)
    {
        int groups = Groups(dice, value.C);
        int filters = groups * dice.Between(1, Math.Max(1, 24 / groups));
        int outputPad = dice.Below(Math.Min(Math.Max(stride.Y, dilation.Y), Math.Max(stride.X, dilation.X)));
        return new LayerStep(
            "ConvTranspose",
            $"{filters}, {window}{(groups == 1 ? "" : $", Groups = {groups}")}{(outputPad == 0 ? "" : $", OutputPad = {outputPad}")}",
            v =>
            {
                PlainConvTranspose layer = new() { Filters = filters, Kernel = kernel, Stride = stride, Pad = pad, Dilation = dilation, Groups = groups, OutputPad = outputPad };
                return v.IsVector || v.C % groups != 0 || layer.Output(v.Shape) is { Height: < 1 } or { Width: < 1 } ? null : layer;
            })
        {
            Cost = v => v.C / groups * kernel.Y * kernel.X,
        };
    }

    private static int Groups(Dice dice, int channels) =>
        dice.Chance(70) ? 1 : dice.OneOf<int>([.. Enumerable.Range(1, channels).Where(g => channels % g == 0)]);

    /// <summary>Which channels each filter reads: at least one.</summary>
    private static bool[][] Table(Dice dice, int filters, int channels)
    {
        bool[][] table = [.. Enumerable.Range(0, filters).Select(_ => Enumerable.Range(0, channels).Select(_ => dice.Chance(50)).ToArray())];
        foreach (bool[] row in table)
        {
            row[dice.Below(channels)] = true;
        }

        return table;
    }

    private static bool Fits(Value value, (int Y, int X) kernel, (int Y, int X) pad, (int Y, int X) dilation) =>
        value.H + (2 * pad.Y) > dilation.Y * (kernel.Y - 1) && value.W + (2 * pad.X) > dilation.X * (kernel.X - 1);
}

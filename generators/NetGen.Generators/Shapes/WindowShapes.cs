using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>Where windows land on an image, by PyTorch's rules.</summary>
internal static class WindowShapes
{
    /// <summary>The output of a convolution with this many filters, whose window has been checked.</summary>
    public static Shape? Slide(this ShapeContext context, Window window, long filters) =>
        Slide(context, window, filters, ceil: false);

    /// <summary>The output of a pool.</summary>
    public static Shape? Pool(this ShapeContext context, PoolSpec spec)
    {
        Window window = spec.Window;

        // A pool's stride is its kernel unless it is set; a wrong kernel is then told once.
        Window told = window.KernelY < 1 && (window.StrideY, window.StrideX) == (window.KernelY, window.KernelX) ? window with { StrideY = 1, StrideX = 1 } : window;
        if (!CheckWindow(context, told))
        {
            return null;
        }

        // A window that lies in the border alone would have no value.
        (int y, int x) = window.Border;
        return y > window.KernelY / 2 || x > window.KernelX / 2
            ? context.FailAt(Rules.PadTooLarge.Id, TooLarge(window), context.Label, $"{y}×{x}", $"{window.KernelY}×{window.KernelX}", $"{window.KernelY / 2}×{window.KernelX / 2}")
            : Slide(context, window, context.Input.C, spec.CeilMode);
    }

    /// <summary>The argument of the padding that is more than half of a pool's kernel.</summary>
    private static string TooLarge(Window window)
    {
        int y = window.KernelY / 2;
        int x = window.KernelX / 2;
        return window.PadY > y && window.PadBelow > y ? "PadH"
            : window.PadY > y ? "PadTop"
            : window.PadBelow > y ? "PadBottom"
            : window.PadX > x && window.PadRight > x ? "PadW"
            : window.PadX > x ? "PadLeft"
            : "PadRight";
    }

    /// <summary>Checks that the pixels of the image that is gathered by turned taps fall into few enough patterns.</summary>
    public static void CheckPhases(this ShapeContext context, Window window, Shape image)
    {
        if (window is { StrideY: 1, StrideX: 1 } or { DilationY: 1, DilationX: 1 })
        {
            return;
        }

        var (rows, columns) = ConvGeometry.Phases(window, image.H, image.W);
        long kernels = (long)rows.Count * columns.Count;
        if (kernels > ConvGeometry.MostKernels)
        {
            context.Fail(Rules.TooManyPhases.Id, context.Label, Pair(window.StrideY, window.StrideX), Pair(window.DilationY, window.DilationX), $"{kernels}");
        }
    }

    private static string Pair(int y, int x) => y == x ? $"{y}" : $"{y}×{x}";

    private static Shape? Slide(ShapeContext context, Window window, long channels, bool ceil)
    {
        Shape input = context.Input;
        long h = Outputs(input.H, window.KernelY, window.StrideY, window.PadY, window.PadBelow, window.DilationY, ceil);
        long w = Outputs(input.W, window.KernelX, window.StrideX, window.PadX, window.PadRight, window.DilationX, ceil);
        return h < 1 || w < 1
            ? context.FailAt(
                Rules.KernelTooLarge.Id,
                h < 1 ? "kernelH" : "kernelW",
                context.Label,
                $"{Extent(window.KernelY, window.DilationY)}×{Extent(window.KernelX, window.DilationX)}",
                $"{input}",
                $"{(long)input.H + window.PadY + window.PadBelow}×{(long)input.W + window.PadX + window.PadRight}")
            : context.ImageOf(channels, h, w) is { } output && Bordered(context, window, output) ? output : null;
    }

    /// <summary>
    /// Whether input and output are small enough with the borders of zeros that lie around them in memory: the padding around the one, and around the
    /// other's gradient what the turned kernel reaches.
    /// </summary>
    private static bool Bordered(ShapeContext context, Window window, Shape output) => context.Bordered(window, context.Input, output, output);

    /// <summary>The same for a convolution that leads from a wide image to a narrow one, in either direction.</summary>
    public static bool Bordered(this ShapeContext context, Window window, Shape wide, Shape narrow, Shape output)
    {
        Shape input = context.Input;
        long y = Extent(window.KernelY, window.DilationY);
        long x = Extent(window.KernelX, window.DilationX);
        (int padY, int padX) = window.Border;
        bool fits = Sizes.Fits(wide.C, wide.H + (2L * padY), wide.W + (2L * padX)) && Sizes.Fits(narrow.C, narrow.H + (2 * y), narrow.W + (2 * x));
        if (!fits)
        {
            context.Fail(Rules.ValueTooLarge.Id, context.Label, $"{output} and its input {input}, each with the zeros around it that the kernel reaches");
        }

        return fits;
    }

    /// <summary>The pixels that a dilated kernel covers in one direction.</summary>
    public static long Extent(int kernel, int dilation) => ((long)dilation * (kernel - 1)) + 1;

    /// <summary>The places of a window in one direction.</summary>
    public static long Outputs(int size, int kernel, int stride, int pad, int padBehind, int dilation, bool ceil)
    {
        // How far the first window can move.
        long room = (long)size + pad + padBehind - Extent(kernel, dilation);
        if (!ceil)
        {
            return room < 0 ? 0 : (room / stride) + 1;
        }

        long rounded = room + stride - 1;
        long outputs = rounded < 0 ? 0 : (rounded / stride) + 1;

        // The last window must start in the image or in the border before it, not in the one behind.
        return outputs > 0 && (outputs - 1) * stride >= (long)size + pad ? outputs - 1 : outputs;
    }

    /// <summary>Whether the window's settings are in their ranges. Here and in the ops all are checked, so that all wrong ones are told at once.</summary>
    public static bool CheckWindow(this ShapeContext context, Window window) =>
        Check(context, 1, "kernel", window.KernelY, window.KernelX)
        & Check(context, 1, "Stride", window.StrideY, window.StrideX)
        & CheckPads(context, window)
        & Check(context, 1, "Dilation", window.DilationY, window.DilationX);

    /// <summary>Checks the padding of each side; where two sides have the same, by the name of both.</summary>
    private static bool CheckPads(ShapeContext context, Window window) =>
        window.IsEven
            ? Check(context, 0, "Pad", window.PadY, window.PadX)
            : CheckPads(context, "PadH", "PadTop", window.PadY, "PadBottom", window.PadBelow) & CheckPads(context, "PadW", "PadLeft", window.PadX, "PadRight", window.PadRight);

    private static bool CheckPads(ShapeContext context, string both, string before, int pad, string behind, int padBehind) =>
        pad == padBehind
            ? context.AtLeast(0, both, pad, Sizes.MostPixels)
            : context.AtLeast(0, before, pad, Sizes.MostPixels) & context.AtLeast(0, behind, padBehind, Sizes.MostPixels);

    /// <summary>Checks both directions; a setting that is the same in both goes by its common name.</summary>
    private static bool Check(ShapeContext context, int least, string setting, int y, int x) =>
        y == x
            ? context.AtLeast(least, setting, y, Sizes.MostPixels)
            : context.AtLeast(least, setting + "H", y, Sizes.MostPixels) & context.AtLeast(least, setting + "W", x, Sizes.MostPixels);
}

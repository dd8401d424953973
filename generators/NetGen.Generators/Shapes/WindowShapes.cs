namespace NetGen.Generators.Shapes;

/// <summary>Where windows land on an image, by PyTorch's rules.</summary>
internal static class WindowShapes
{
    /// <summary>The output of a convolution with this many filters.</summary>
    public static Shape? Slide(this ShapeContext context, Window window, long filters) =>
        CheckWindow(context, window) ? Slide(context, window, filters, ceil: false) : null;

    /// <summary>The output of a pool.</summary>
    public static Shape? Pool(this ShapeContext context, PoolSpec spec)
    {
        Window window = spec.Window;
        if (!CheckWindow(context, window) || !context.NeedsImage())
        {
            return null;
        }

        // A window that lies in the border alone would have no value.
        return window.PadY > window.KernelY / 2 || window.PadX > window.KernelX / 2
            ? context.Fail(Rules.PadTooLarge.Id, context.Label, $"{window.PadY}×{window.PadX}", $"{window.KernelY}×{window.KernelX}")
            : Slide(context, window, context.Input.C, spec.CeilMode);
    }

    private static Shape? Slide(ShapeContext context, Window window, long channels, bool ceil)
    {
        Shape input = context.Input;
        long h = Outputs(input.H, window.KernelY, window.StrideY, window.PadY, window.DilationY, ceil);
        long w = Outputs(input.W, window.KernelX, window.StrideX, window.PadX, window.DilationX, ceil);
        return h < 1 || w < 1
            ? context.Fail(
                Rules.KernelTooLarge.Id,
                context.Label,
                $"{Extent(window.KernelY, window.DilationY)}×{Extent(window.KernelX, window.DilationX)}",
                $"{input}",
                $"{input.H + (2L * window.PadY)}×{input.W + (2L * window.PadX)}")
            : context.ImageOf(channels, h, w);
    }

    private static long Extent(int kernel, int dilation) => ((long)dilation * (kernel - 1)) + 1;

    private static long Outputs(int size, int kernel, int stride, int pad, int dilation, bool ceil)
    {
        // How far the first window can move.
        long room = size + (2L * pad) - Extent(kernel, dilation);
        if (!ceil)
        {
            return room < 0 ? 0 : (room / stride) + 1;
        }

        long rounded = room + stride - 1;
        long outputs = rounded < 0 ? 0 : (rounded / stride) + 1;

        // The last window must start in the image or in the border before it, not in the one behind.
        return outputs > 0 && (outputs - 1) * stride >= (long)size + pad ? outputs - 1 : outputs;
    }

    /// <summary>Whether the window's settings are in their ranges.</summary>
    public static bool CheckWindow(this ShapeContext context, Window window) =>
        Check(context, 1, "kernel", window.KernelY, window.KernelX)
        && Check(context, 1, "Stride", window.StrideY, window.StrideX)
        && Check(context, 0, "Pad", window.PadY, window.PadX)
        && Check(context, 1, "Dilation", window.DilationY, window.DilationX);

    /// <summary>Checks both directions; a setting that is the same in both goes by its common name.</summary>
    private static bool Check(ShapeContext context, int least, string setting, int y, int x) =>
        y == x
            ? context.AtLeast(least, setting, y)
            : context.AtLeast(least, setting + "H", y) && context.AtLeast(least, setting + "W", x);
}

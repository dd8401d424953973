using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>Where windows land on the steps of a sequence, by PyTorch's rules.</summary>
internal static class StepWindowShapes
{
    /// <summary>Whether the window's settings are in their ranges; all are checked, so that all wrong ones are told at once.</summary>
    public static bool CheckStepWindow(this ShapeContext context, Window window) =>
        context.AtLeast(1, "kernel", window.KernelX, Sizes.MostPixels)
        & context.AtLeast(1, "Stride", window.StrideX, Sizes.MostPixels)
        & CheckPads(context, window)
        & context.AtLeast(1, "Dilation", window.DilationX, Sizes.MostPixels);

    /// <summary>The output of a pool over steps.</summary>
    public static Shape? PoolSteps(this ShapeContext context, PoolSpec spec)
    {
        Window window = spec.Window;

        // A pool's stride is its kernel unless it is set; a wrong kernel is then told once.
        if (!context.CheckStepWindow(window.KernelX < 1 && window.StrideX == window.KernelX ? window with { StrideX = 1 } : window))
        {
            return null;
        }

        // A window that lies in the border alone would have no value.
        int most = window.KernelX / 2;
        return window.Border.X > most
            ? context.FailAt(
                Rules.PadTooLarge.Id,
                window.PadX <= most ? "PadAfter" : window.PadRight <= most ? "PadBefore" : "Pad",
                context.Label,
                $"{window.Border.X}",
                $"{window.KernelX}",
                $"{most}")
            : context.SlideOverSteps(window, context.Input.Features, spec.CeilMode);
    }

    /// <summary>The output of a window that has been checked, with this many features a step.</summary>
    public static Shape? SlideOverSteps(this ShapeContext context, Window window, int features, bool ceil)
    {
        Shape input = context.Input;
        long extent = WindowShapes.Extent(window.KernelX, window.DilationX);
        long steps = WindowShapes.Outputs(input.Steps, window.KernelX, window.StrideX, window.PadX, window.PadRight, window.DilationX, ceil);
        if (steps < 1)
        {
            return context.FailAt(Rules.KernelTooLarge.Id, "kernel", context.Label, Steps(extent), $"{input}", Steps((long)input.Steps + window.PadX + window.PadRight));
        }

        // In memory the padding lies around the input, and around the gradient by the output what the turned kernel reaches.
        return Sizes.Fits(input.Features, input.Steps + (2L * window.Border.X)) && Sizes.Fits(features, steps + (2 * extent))
            ? Shape.Sequence((int)steps, features)
            : context.Fail(Rules.ValueTooLarge.Id, context.Label, $"({steps}, {features}) and its input {input}, each with the zeros around it that the kernel reaches");
    }

    /// <summary>Whether the paddings are in their range; where both sides have the same, it is told once.</summary>
    private static bool CheckPads(ShapeContext context, Window window) => window.PadX == window.PadRight
        ? context.AtLeast(0, "Pad", window.PadX, Sizes.MostPixels)
        : context.AtLeast(0, "PadBefore", window.PadX, Sizes.MostPixels) & context.AtLeast(0, "PadAfter", window.PadRight, Sizes.MostPixels);

    private static string Steps(long count) => count == 1 ? "1 step" : $"{count} steps";
}

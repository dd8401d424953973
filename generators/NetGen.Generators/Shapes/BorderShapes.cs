using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>Borders that are added to images.</summary>
internal static class BorderShapes
{
    /// <summary>Whether the sides are in their range; where all have the same, it is told once.</summary>
    public static bool CheckBorder(this ShapeContext context, BorderSpec border) => border.IsEven
        ? context.AtLeast(0, "n", border.Top, Sizes.MostPixels)
        : context.AtLeast(0, "top", border.Top, Sizes.MostPixels)
            & context.AtLeast(0, "bottom", border.Bottom, Sizes.MostPixels)
            & context.AtLeast(0, "left", border.Left, Sizes.MostPixels)
            & context.AtLeast(0, "right", border.Right, Sizes.MostPixels);

    /// <summary>The image with a border around it.</summary>
    public static Shape? Grown(this ShapeContext context)
    {
        BorderSpec border = context.Spec<BorderSpec>();
        Shape input = context.Input;
        return context.CheckBorder(border)
            ? context.ImageOf(input.C, (long)input.H + border.Top + border.Bottom, (long)input.W + border.Left + border.Right, border.IsEven ? "n" : null)
            : null;
    }

    /// <summary>Whether the image has enough rows and columns for a border that mirrors them.</summary>
    public static bool CheckMirrored(this ShapeContext context, BorderSpec border)
    {
        Shape input = context.Input;
        int most = Math.Min(input.H, input.W) - 1;
        if (border.IsEven && border.Top > most)
        {
            context.FailAt(Rules.NothingToMirror.Id, "n", context.Label, $"{border.Top} pixels beside each edge", $"{input}", $"{most}");
            return false;
        }

        return border.IsEven
            || (CheckSide(context, "top", border.Top, "rows beside the upper edge", input.H)
                & CheckSide(context, "bottom", border.Bottom, "rows beside the lower edge", input.H)
                & CheckSide(context, "left", border.Left, "columns beside the left edge", input.W)
                & CheckSide(context, "right", border.Right, "columns beside the right edge", input.W));
    }

    private static bool CheckSide(ShapeContext context, string argument, int pixels, string what, int size)
    {
        if (pixels >= size)
        {
            context.FailAt(Rules.NothingToMirror.Id, argument, context.Label, $"{pixels} {what}", $"{context.Input}", $"{size - 1}");
        }

        return pixels < size;
    }
}

using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Crop : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Image;

    public override Shape? Infer(ShapeContext context)
    {
        BorderSpec border = context.Spec<BorderSpec>();
        if (!context.CheckBorder(border))
        {
            return null;
        }

        Shape input = context.Input;
        int rows = border.Top + border.Bottom;
        int columns = border.Left + border.Right;
        return input.H <= rows || input.W <= columns
            ? context.FailAt(
                Rules.NothingLeft.Id,
                border.IsEven ? "n" : input.H <= rows ? "bottom" : "right",
                context.Label,
                ShapeWords.Off(border.Top, border.Bottom, border.Left, border.Right),
                $"{input.H}×{input.W}")
            : Shape.Image(input.C, input.H - rows, input.W - columns);
    }
}

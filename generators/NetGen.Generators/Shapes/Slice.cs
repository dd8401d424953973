using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Slice : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Any;

    /// <summary>A step has all its features, and none of the other steps.</summary>
    public override bool IsOfEachStep(Spec spec) => ((SliceSpec)spec).Axis == SliceAxis.Channels;

    public override Shape? Infer(ShapeContext context)
    {
        (int start, int length, SliceAxis axis) = context.Spec<SliceSpec>();
        if (!context.AtLeast(0, "start", start) | !context.AtLeast(1, "length", length))
        {
            return null;
        }

        if (axis is < SliceAxis.Channels or > SliceAxis.Steps)
        {
            return context.FailRange("Axis", "Channels, Height, Width or Steps", (int)axis);
        }

        Shape input = context.Input;
        if (SizeOf(input, axis) is not { } size)
        {
            return context.FailAt(Rules.NoSuchAxis.Id, "Axis", context.Label, $"{axis}", ShapeWords.Of(input), AxesOf(input.Kind));
        }

        if (length > size - start)
        {
            return context.FailAt(
                Rules.SliceOutside.Id,
                start < size ? "length" : "start",
                context.Label,
                $"{length}",
                Word(input.Kind, axis),
                $"{start}",
                $"{input}",
                $"{size}",
                start < size ? $"take at most {size - start}, or start earlier" : $"start at {size - 1} at most");
        }

        return axis switch
        {
            SliceAxis.Height => Shape.Image(input.C, length, input.W),
            SliceAxis.Width => Shape.Image(input.C, input.H, length),
            SliceAxis.Steps => Shape.Sequence(length, input.Features),
            _ => input.WithChannels(length),
        };
    }

    private static int? SizeOf(Shape input, SliceAxis axis) => (axis, input.Kind) switch
    {
        (SliceAxis.Channels, _) => input.Channels,
        (SliceAxis.Height, ShapeKinds.Image) => input.H,
        (SliceAxis.Width, ShapeKinds.Image) => input.W,
        (SliceAxis.Steps, ShapeKinds.Sequence) => input.Steps,
        _ => null,
    };

    private static string AxesOf(ShapeKinds kind) => kind switch
    {
        ShapeKinds.Image => "Channels, Height or Width",
        ShapeKinds.Sequence => "Channels, which are its features, or Steps",
        _ => "Channels alone, which are its features",
    };

    private static string Word(ShapeKinds kind, SliceAxis axis) => axis switch
    {
        SliceAxis.Height => "rows",
        SliceAxis.Width => "columns",
        SliceAxis.Steps => "steps",
        _ => kind == ShapeKinds.Image ? "channels" : "features",
    };
}

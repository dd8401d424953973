using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>Regions of an image: a step for each box.</summary>
internal abstract class RoIRule : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Image;

    /// <summary>Of what are no boxes more can be said than that it is of another kind.</summary>
    public override ShapeKinds TakesAt(int input) => input == 0 ? Takes : ShapeKinds.Any;

    public override Shape? Infer(ShapeContext context)
    {
        RoISpec spec = context.Spec<RoISpec>();
        bool sound = context.AtLeast(1, "height", spec.H, Sizes.MostPixels)
            & context.AtLeast(1, "width", spec.W, Sizes.MostPixels)
            & context.IsFiniteAbove0("SpatialScale", spec.SpatialScale)
            & HasSoundSettings(context);
        Shape boxes = context.Inputs[1];
        if (boxes.Kind != ShapeKinds.Sequence || boxes.Features != 4)
        {
            return context.FailAt(
                Rules.ShapesDiffer.Id, "tag", context.Label, "(boxes, 4)", $"\"{spec.Tag}\"", $"{boxes}", "give left, top, right and bottom of each box, as by [Input(64, 4, Name = \"boxes\")]");
        }

        return sound ? context.SequenceOf(boxes.Steps, (long)context.Input.C * spec.H * spec.W) : null;
    }

    /// <summary>Boxes make a sequence of an image.</summary>
    public override ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) => ShapeKinds.Sequence;

    protected virtual bool HasSoundSettings(ShapeContext context) => true;
}

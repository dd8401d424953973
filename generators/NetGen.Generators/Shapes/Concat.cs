using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Concat : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Any;

    public override bool WorksOnEachStep => true;

    public override Shape? Infer(ShapeContext context)
    {
        long channels = 0;
        for (int i = 0; i < context.Inputs.Count; i++)
        {
            Shape shape = context.Inputs[i];
            if (shape.Kind != context.Input.Kind && ShapeKinds.VectorOrImage.Include(shape.Kind | context.Input.Kind))
            {
                return FailMixed(context, i);
            }

            if (shape.WithChannels(1) != context.Input.WithChannels(1))
            {
                return context.FailJoin(OfAnyChannels(context.Input), i);
            }

            channels += shape.Channels;
        }

        return context.Input.Kind switch
        {
            ShapeKinds.Image => context.ImageOf(channels, context.Input.H, context.Input.W),
            ShapeKinds.Sequence => context.SequenceOf(context.Input.Steps, channels),
            _ => context.VectorOf(channels),
        };
    }

    public override ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) => Joins.Kind(inputs);

    /// <summary>The shapes that differ from one in channels or features alone.</summary>
    private static string OfAnyChannels(Shape shape) => shape.Kind switch
    {
        ShapeKinds.Image => $"(*, {shape.H}, {shape.W})",
        ShapeKinds.Sequence => $"({shape.Steps}, *)",
        _ => "(*)",
    };

    /// <summary>Reports that one of the current value and another input is an image and the other a feature vector.</summary>
    private static Shape? FailMixed(ShapeContext context, int other)
    {
        string Describe(int i) => $"{context.DescribeJoined(i)} is the {ShapeWords.Of(context.Inputs[i])}";
        return context.FailAt(Rules.ConcatOfImageAndVector.Id, ShapeChecks.TagOf(other), context.Label, Describe(0), Describe(other));
    }
}

using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class PadChannels : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.VectorOrImage;

    public override Shape? Infer(ShapeContext context)
    {
        (int before, int after) = context.Spec<PadChannelsSpec>();
        if (!context.AtLeast(0, "before", before) | (after != before && !context.AtLeast(0, "after", after)))
        {
            return null;
        }

        Shape input = context.Input;
        long channels = (long)before + input.Channels + after;
        return input.Kind == ShapeKinds.Image ? context.ImageOf(channels, input.H, input.W)
            : context.ImageOf(channels, 1, 1) is { C: int features } ? Shape.Vector(features)
            : null;
    }
}

using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class PadChannels : ShapeRule
{
    public override Shape? Infer(ShapeContext context)
    {
        (int before, int after) = context.Spec<PadChannelsSpec>();
        if (!context.AtLeast(0, "before", before) | (after != before && !context.AtLeast(0, "after", after)))
        {
            return null;
        }

        Shape input = context.Input;
        Shape? image = context.ImageOf((long)before + input.C + after, input.H, input.W);
        return input.IsVector && image is { C: int features } ? Shape.Vector(features) : image;
    }
}

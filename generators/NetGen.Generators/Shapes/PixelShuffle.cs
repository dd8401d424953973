using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class PixelShuffle : ShapeRule
{
    /// <summary>Its square is the most channels there can be.</summary>
    private const int MostScale = 4096;

    public override ShapeKinds Takes => ShapeKinds.Image;

    public override Shape? Infer(ShapeContext context)
    {
        int scale = context.Spec<PixelShuffleSpec>().Scale;
        if (!context.AtLeast(1, "scale", scale, MostScale))
        {
            return null;
        }

        Shape input = context.Input;
        int square = scale * scale;
        return input.C % square != 0
            ? context.FailAt(Rules.ChannelsDoNotShuffle.Id, "scale", context.Label, $"{square}", $"{scale}", $"{input}", $"{input.C}")
            : context.ImageOf(input.C / square, (long)input.H * scale, (long)input.W * scale, "scale");
    }
}

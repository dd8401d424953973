using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Concat : ShapeRule
{
    public override Shape? Infer(ShapeContext context)
    {
        long channels = 0;
        for (int i = 0; i < context.Inputs.Count; i++)
        {
            Shape shape = context.Inputs[i];
            if (shape.IsVector != context.Input.IsVector)
            {
                return FailMixed(context, i);
            }

            if (shape.H != context.Input.H || shape.W != context.Input.W)
            {
                return context.FailJoin($"(*, {context.Input.H}, {context.Input.W})", i);
            }

            channels += shape.C;
        }

        return context.Input.IsVector ? context.VectorOf(channels) : context.ImageOf(channels, context.Input.H, context.Input.W);
    }

    /// <summary>Reports that one of the current value and another input is an image and the other a feature vector.</summary>
    private static Shape? FailMixed(ShapeContext context, int other)
    {
        string Describe(int i) => $"{context.DescribeJoined(i)} is the {(context.Inputs[i].IsVector ? "feature vector" : "image")} {context.Inputs[i]}";
        return context.Fail(Rules.ConcatOfImageAndVector.Id, context.Label, Describe(0), Describe(other));
    }
}

namespace NetGen.Generators.Ops;

internal sealed partial class Concat
{
    public override Shape? Infer(ShapeContext context)
    {
        long channels = 0;
        for (int i = 0; i < context.Inputs.Count; i++)
        {
            Shape shape = context.Inputs[i];
            if (shape.IsVector)
            {
                return context.Fail(Rules.ConcatOfVector.Id, context.Label, context.DescribeJoined(i), $"{shape}");
            }

            if (shape.H != context.Input.H || shape.W != context.Input.W)
            {
                return context.FailJoin($"(*, {context.Input.H}, {context.Input.W})", i);
            }

            channels += shape.C;
        }

        return context.ImageOf(channels, context.Input.H, context.Input.W);
    }
}

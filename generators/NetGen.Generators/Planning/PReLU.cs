using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class PReLU : OpLowering
{
    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        Plane x = lowering.Plane(input);
        lowering.Pack(new PackChannels(Values: lowering.Parameter(node, "weight"), Packed: Slopes(lowering, node), x.C, Pixels: 1, x.Pitch));
        lowering.Call(
            new PReLUKernel(x, lowering.Plane(node.Id)),
            node.For(Purpose.Value),
            lowering.Value(input),
            lowering.Value(node.Id),
            Slopes(lowering, node));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        Plane x = lowering.Plane(input);
        Plane dy = lowering.GradientPlane(node.Id);
        Operand sums = lowering.Shard(node, BufferRole.SlopeGradient, x.Pitch);
        lowering.Call(
            new PReLUWeightGradientKernel(x, dy),
            node.For(Purpose.ParameterGradient),
            lowering.Value(input),
            lowering.Gradient(node.Id),
            sums);
        lowering.Reduce(new ReduceVector(Sums: sums, Gradient: lowering.ParameterGradient(node, "weight"), x.C));
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new PReLUGradientKernel(x, dy, target.Plane),
                node.For(Purpose.InputGradient),
                lowering.Value(input),
                lowering.Gradient(node.Id),
                target.Operand,
                Slopes(lowering, node));
        }
    }

    private static Operand Slopes(Lowering lowering, ShapedNode node) =>
        lowering.Weights(node, BufferRole.Slopes, lowering.Plane(node.Id).Pitch);
}

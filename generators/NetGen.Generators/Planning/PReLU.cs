using NetGen.Generators.Emission;
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
            $"{node.Name}: {node.Node.Title}",
            lowering.Value(input),
            lowering.Value(node.Id),
            Slopes(lowering, node));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        Plane x = lowering.Plane(input);
        Plane dy = lowering.GradientPlane(node.Id);
        Operand sums = lowering.Lane(node, "SlopeGradient", x.Pitch, $"the gradient by {node.Name}.weight");
        lowering.Call(
            new PReLUWeightGradientKernel(x, dy),
            $"{node.Name}: the gradient by its slopes.",
            lowering.Value(input),
            lowering.Gradient(node.Id),
            sums);
        lowering.Reduce(new ReduceVector(Sums: sums, Gradient: lowering.ParameterGradient(node, "weight"), x.C));
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new PReLUGradientKernel(x, dy, target.Plane),
                $"{node.Name}: the gradient by its input.",
                lowering.Value(input),
                lowering.Gradient(node.Id),
                target.Operand,
                Slopes(lowering, node));
        }
    }

    private static Operand Slopes(Lowering lowering, ShapedNode node) =>
        lowering.Weights(node, "Slopes", lowering.Plane(node.Id).Pitch, $"the slopes of {node.Name}");
}

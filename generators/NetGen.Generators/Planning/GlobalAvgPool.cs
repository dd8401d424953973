using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class GlobalAvgPool : GlobalPool
{
    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        lowering.Call(
            new GlobalAvgPoolKernel(lowering.Plane(input), lowering.Plane(node.Id)) { Lengths = LengthsPlane(lowering, node) },
            node.For(Purpose.Value),
            [lowering.Value(input), lowering.Value(node.Id), .. Lengths(lowering, node)]);
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new GlobalAvgPoolGradientKernel(lowering.GradientPlane(node.Id), target.Plane) { Lengths = LengthsPlane(lowering, node) },
                node.For(Purpose.InputGradient),
                [lowering.Gradient(node.Id), target.Operand, .. Lengths(lowering, node)]);
        }
    }
}

using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal class MaxPool : OpLowering
{
    public override bool GainLooksPast => true;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        lowering.Call(
            new MaxPoolKernel(lowering.Plane(input), lowering.Plane(node.Id), node.Spec<PoolSpec>().Window),
            node.For(Purpose.Value),
            lowering.Value(input),
            lowering.Value(node.Id));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new MaxPoolGradientKernel(lowering.Plane(input), lowering.Plane(node.Id), lowering.GradientPlane(node.Id), target.Plane, node.Spec<PoolSpec>().Window),
                node.For(Purpose.InputGradient),
                lowering.Value(input),
                lowering.Value(node.Id),
                lowering.Gradient(node.Id),
                target.Operand);
        }
    }
}

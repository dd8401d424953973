using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class RoIPool : OpLowering
{
    public override void Forward(Lowering lowering, ShapedNode node)
    {
        (int image, int boxes, RoIPoolSpec spec) = (node.Node.Inputs[0], node.Node.Inputs[1], node.Spec<RoIPoolSpec>());
        lowering.Call(
            new RoIPoolKernel(spec, lowering.Plane(image), lowering.Plane(boxes), lowering.Plane(node.Id)),
            node.For(Purpose.Value),
            lowering.Value(image),
            lowering.Value(boxes),
            lowering.Value(node.Id),
            lowering.Work(RoIKernel.Scratch(spec, lowering.Plane(image))));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        (int image, int boxes, RoIPoolSpec spec) = (node.Node.Inputs[0], node.Node.Inputs[1], node.Spec<RoIPoolSpec>());
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new RoIPoolGradientKernel(spec, lowering.Plane(image), lowering.Plane(boxes), lowering.GradientPlane(node.Id), target.Plane),
                node.For(Purpose.InputGradient),
                lowering.Value(image),
                lowering.Value(boxes),
                lowering.Gradient(node.Id),
                target.Operand,
                lowering.Work(RoIKernel.Scratch(spec, lowering.Plane(image))));
        }
    }
}

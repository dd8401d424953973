using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class RoIAlign : OpLowering
{
    public override void Forward(Lowering lowering, ShapedNode node)
    {
        (int image, int boxes, RoIAlignSpec spec) = (node.Node.Inputs[0], node.Node.Inputs[1], node.Spec<RoIAlignSpec>());
        lowering.Call(
            new RoIAlignKernel(spec, lowering.Plane(image), lowering.Plane(boxes), lowering.Plane(node.Id)),
            node.For(Purpose.Value),
            lowering.Value(image),
            lowering.Value(boxes),
            lowering.Value(node.Id),
            lowering.Work(RoIKernel.Scratch(spec, lowering.Plane(image))));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        (int boxes, RoIAlignSpec spec) = (node.Node.Inputs[1], node.Spec<RoIAlignSpec>());
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new RoIAlignGradientKernel(spec, target.Plane, lowering.Plane(boxes), lowering.GradientPlane(node.Id)),
                node.For(Purpose.InputGradient),
                lowering.Value(boxes),
                lowering.Gradient(node.Id),
                target.Operand,
                lowering.Work(RoIKernel.Scratch(spec, target.Plane)));
        }
    }
}

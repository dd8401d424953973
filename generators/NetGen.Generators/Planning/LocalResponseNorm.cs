using NetGen.Generators.Emission;
using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class LocalResponseNorm : OpLowering
{
    public override bool GainLooksPast => true;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        LocalResponseNormKernel kernel = new(lowering.Plane(input), lowering.Plane(node.Id), node.Spec<LocalResponseNormSpec>());
        lowering.Call(
            kernel,
            $"{node.Name}: {node.Node.Title}",
            lowering.Value(input),
            lowering.Value(node.Id),
            lowering.Scratch(node, "Squares", kernel.Neighbours.Plane(1), $"a pixel's squares for {node.Name}, with zeros around them"));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        if (lowering.Target(node, 0) is { } target)
        {
            LocalResponseNormGradientKernel kernel = new(lowering.Plane(input), lowering.GradientPlane(node.Id), target.Plane, node.Spec<LocalResponseNormSpec>());
            lowering.Call(
                target,
                kernel,
                $"{node.Name}: the gradient by its input.",
                lowering.Value(input),
                lowering.Gradient(node.Id),
                target.Operand,
                lowering.Scratch(node, "Rows", kernel.Neighbours.Plane(2), $"two rows of a pixel for {node.Name}, with zeros around them"));
        }
    }
}

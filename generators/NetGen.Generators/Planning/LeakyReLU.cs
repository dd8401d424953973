namespace NetGen.Generators.Ops;

internal sealed partial class LeakyReLU
{
    public override Activation? AsActivation(Spec spec) => new(((LeakyReLUSpec)spec).Slope);

    public override void Forward(Lowering lowering, ShapedNode node) => LowerForward(lowering, node, AsActivation(node.Node.Spec)!);

    public override void Backward(Lowering lowering, ShapedNode node) => LowerBackward(lowering, node, AsActivation(node.Node.Spec)!);

    internal static void LowerForward(Lowering lowering, ShapedNode node, Activation activation)
    {
        int input = node.Node.Inputs[0];
        lowering.Call(
            new LeakyReLUKernel(activation, lowering.Plane(input), lowering.Plane(node.Id)),
            $"{node.Node.Path}: {node.Node.Title}",
            lowering.Value(input),
            lowering.Value(node.Id));
    }

    internal static void LowerBackward(Lowering lowering, ShapedNode node, Activation activation)
    {
        // The output's sign is the input's, so that the input need not be kept. (A negative slope would turn it.)
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new LeakyReLUGradientKernel(activation, lowering.Plane(node.Id), lowering.GradientPlane(node.Id), target.Plane),
                $"{node.Node.Path}: the gradient by its input.",
                lowering.Value(node.Id),
                lowering.Gradient(node.Id),
                target.Operand);
        }
        else
        {
            lowering.Call(
                new LeakyReLUGradientKernel(activation, lowering.Plane(node.Id), lowering.GradientPlane(node.Id), lowering.GradientPlane(node.Id)),
                $"{node.Node.Path}: the gradient passes where the output is positive.",
                lowering.Value(node.Id),
                lowering.Gradient(node.Id),
                lowering.Gradient(node.Id));
        }
    }
}

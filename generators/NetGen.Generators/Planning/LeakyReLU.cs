using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class LeakyReLU : OpLowering
{
    /// <summary>A negative slope turns the sign, which the gradient of a fused activation is read from: such a layer stays by itself.</summary>
    public override Activation? AsActivation(Spec spec) => ((LeakyReLUSpec)spec).Slope >= 0 ? Of(spec) : null;

    public override void Forward(Lowering lowering, ShapedNode node) => LowerForward(lowering, node, Of(node.Node.Spec));

    public override bool AddsParts => true;

    public override void Backward(Lowering lowering, ShapedNode node) => LowerBackward(lowering, node, Of(node.Node.Spec));

    private static Activation Of(Spec spec) => new(((LeakyReLUSpec)spec).Slope);

    internal static void LowerForward(Lowering lowering, ShapedNode node, Activation activation)
    {
        int input = node.Node.Inputs[0];
        lowering.Call(
            new LeakyReLUKernel(activation, lowering.Plane(input), lowering.Plane(node.Id)),
            node.For(Purpose.Value),
            lowering.Value(input),
            lowering.Value(node.Id));
    }

    internal static void LowerBackward(Lowering lowering, ShapedNode node, Activation activation)
    {
        // The output's sign is the input's, so that the input need not be kept; unless the slope is negative.
        int signed = activation.Slope >= 0 ? node.Id : node.Node.Inputs[0];
        GradientPart? beside = lowering.TakePart(node);
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(target, Kernel(target.Plane), node.For(Purpose.InputGradient), Operands(target.Operand));
        }
        else
        {
            lowering.CallInPlace(node, Kernel(lowering.GradientPlane(node.Id)), node.For(Purpose.InputGradient), Operands(lowering.Gradient(node.Id)));
        }

        LeakyReLUGradientKernel Kernel(Plane dx) => new(activation, lowering.Plane(signed), lowering.GradientPlane(node.Id), beside?.Plane, dx);

        Operand[] Operands(Operand dx) => beside is { } part
            ? [lowering.Value(signed), lowering.Gradient(node.Id), part.Operand, dx]
            : [lowering.Value(signed), lowering.Gradient(node.Id), dx];
    }
}

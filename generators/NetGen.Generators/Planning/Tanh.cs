using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class Tanh : OpLowering
{
    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        TanhSpec spec = node.Spec<TanhSpec>();
        Plane x = lowering.Plane(input);
        Plane y = lowering.Plane(node.Id);
        lowering.Call(
            spec.IsPlain ? new FunctionKernel(PointFunction.Tanh, x, y) : new ScaledTanhKernel(spec.Scale, spec.Slope, x, y),
            node.For(Purpose.Value),
            lowering.Value(input),
            lowering.Value(node.Id));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        if (lowering.Target(node, 0) is not { } target)
        {
            return;
        }

        TanhSpec spec = node.Spec<TanhSpec>();
        Plane y = lowering.Plane(node.Id);
        Plane dy = lowering.GradientPlane(node.Id);
        lowering.Call(
            target,
            spec.IsPlain ? new TanhGradientKernel(y, dy, target.Plane) : new ScaledTanhGradientKernel(spec.Scale, spec.Slope, y, dy, target.Plane),
            node.For(Purpose.InputGradient),
            lowering.Value(node.Id),
            lowering.Gradient(node.Id),
            target.Operand);
    }
}

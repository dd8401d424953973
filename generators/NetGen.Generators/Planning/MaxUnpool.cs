using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>
/// A max pool's gradient, taken of values: they go where the pool's largest values lie, which are looked for again in what it read. So a pool need not store places, and is the
/// same whether something unpools it or not.
/// </summary>
internal sealed class MaxUnpool : OpLowering
{
    public override bool GainLooksPast => true;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        (int values, int pooled, int source) = (node.Node.Inputs[0], node.Node.Inputs[1], node.Node.Inputs[2]);
        lowering.Call(
            new MaxPoolGradientKernel(lowering.Plane(source), lowering.Plane(pooled), lowering.Plane(values), lowering.Plane(node.Id), node.Spec<MaxUnpoolSpec>().Window),
            node.For(Purpose.Value),
            lowering.Value(source),
            lowering.Value(pooled),
            lowering.Value(values),
            lowering.Value(node.Id));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        (int pooled, int source) = (node.Node.Inputs[1], node.Node.Inputs[2]);
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new MaxUnpoolGradientKernel(lowering.Plane(source), lowering.Plane(pooled), lowering.GradientPlane(node.Id), target.Plane, node.Spec<MaxUnpoolSpec>().Window),
                node.For(Purpose.InputGradient),
                lowering.Value(source),
                lowering.Value(pooled),
                lowering.Gradient(node.Id),
                target.Operand);
        }
    }
}

using NetGen.Generators.Common;
using NetGen.Generators.Emission;
using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class Concat : OpLowering
{
    public override bool GainLooksPast => true;

    public override void Forward(Lowering lowering, ShapedNode node) =>
        lowering.Call(
            new ConcatKernel(node.Node.Inputs.Select(lowering.Plane).ToEquatableArray(), lowering.Plane(node.Id)),
            node.For(Purpose.Value),
            node.Node.Inputs.Select(lowering.Value).Concat([lowering.Value(node.Id)]).ToArray());

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        int offset = 0;
        for (int i = 0; i < node.Node.Inputs.Count; i++)
        {
            if (lowering.Target(node, i) is { } target)
            {
                lowering.Call(
                    target,
                    new SliceKernel(lowering.GradientPlane(node.Id), offset, target.Plane),
                    node.For(Purpose.InputGradient, i + 1),
                    lowering.Gradient(node.Id),
                    target.Operand);
            }

            offset += node.Inputs[i].C;
        }
    }
}

using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class Concat : OpLowering
{
    public override bool GainLooksPast => true;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int offset = 0;
        for (int i = 0; i < node.Node.Inputs.Count; i++)
        {
            int input = node.Node.Inputs[i];
            lowering.Call(
                new CopyChannelsKernel(lowering.Plane(input), 0, lowering.Plane(node.Id), offset, node.Inputs[i].Channels),
                i == 0 ? node.For(Purpose.Value) : CallNote.Continued,
                lowering.Value(input),
                lowering.Value(node.Id));
            offset += node.Inputs[i].Channels;
        }
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        int offset = 0;
        for (int i = 0; i < node.Node.Inputs.Count; i++)
        {
            if (lowering.Target(node, i) is { } target)
            {
                lowering.Call(
                    target,
                    new CopyChannelsKernel(lowering.GradientPlane(node.Id), offset, target.Plane, 0, node.Inputs[i].Channels),
                    node.For(Purpose.InputGradient, i + 1),
                    lowering.Gradient(node.Id),
                    target.Operand);
            }

            offset += node.Inputs[i].Channels;
        }
    }
}

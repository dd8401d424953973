using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class RadialBasis : OpLowering
{
    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        // Units are channels, and features are pixels.
        lowering.Pack(new PackChannels(Values: lowering.Parameter(node, "weight"), Packed: Centres(lowering, node), Channels: node.Output.Features, Pixels: node.Inputs[0].Features, Plane.PitchOf(node.Output.Features)));
        lowering.Call(
            new RadialBasisKernel(lowering.Plane(input), lowering.Plane(node.Id)),
            node.For(Purpose.Value),
            lowering.Value(input),
            Centres(lowering, node),
            lowering.Value(node.Id));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        Plane x = lowering.Plane(input);
        Plane dy = lowering.GradientPlane(node.Id);
        if (node.Spec<RadialBasisSpec>().Trainable)
        {
            Operand sums = lowering.Shard(node, BufferRole.CentreGradient, (long)x.C * dy.Pitch);
            lowering.Call(
                new RadialBasisWeightGradientKernel(x, dy),
                node.For(Purpose.ParameterGradient),
                lowering.Value(input),
                Centres(lowering, node),
                lowering.Gradient(node.Id),
                sums);
            lowering.Reduce(new ReduceChannels(Sums: sums, Gradient: lowering.ParameterGradient(node, "weight"), Channels: node.Output.Features, Pixels: node.Inputs[0].Features, Plane.PitchOf(node.Output.Features)));
        }

        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new RadialBasisInputGradientKernel(x, dy, target.Plane),
                node.For(Purpose.InputGradient),
                lowering.Value(input),
                Centres(lowering, node),
                lowering.Gradient(node.Id),
                target.Operand);
        }
    }

    private static Operand Centres(Lowering lowering, ShapedNode node) =>
        lowering.Weights(node, BufferRole.Centres, (long)node.Inputs[0].Features * Plane.PitchOf(node.Output.Features));
}

using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class LayerNorm : OpLowering
{
    public override bool GainLooksPast => true;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        Plane x = lowering.Plane(input);
        Pack(lowering, node, "weight", Weight(lowering, node));
        Operand bias = lowering.Weights(node, BufferRole.Bias, Inner(node).Image);
        Pack(lowering, node, "bias", bias);
        lowering.Call(
            new LayerNormKernel(x, lowering.Plane(node.Id), node.Spec<LayerNormSpec>().Epsilon),
            node.For(Purpose.Value),
            lowering.Value(input),
            lowering.Value(node.Id),
            Weight(lowering, node),
            bias,
            Moments(lowering, node));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        Plane x = lowering.Plane(input);
        Plane dy = lowering.GradientPlane(node.Id);
        Operand products = lowering.Shard(node, BufferRole.Products, Inner(node).Image);
        Operand sums = lowering.Shard(node, BufferRole.Sums, Inner(node).Image);
        lowering.Call(
            new LayerNormSumsKernel(x, dy),
            node.For(Purpose.ParameterGradient),
            lowering.Value(input),
            lowering.Gradient(node.Id),
            Moments(lowering, node),
            products,
            sums);
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new LayerNormGradientKernel(x, dy, target.Plane),
                node.For(Purpose.InputGradient),
                lowering.Value(input),
                lowering.Gradient(node.Id),
                target.Operand,
                Weight(lowering, node),
                Moments(lowering, node));
        }

        Reduce(lowering, node, "weight", products);
        Reduce(lowering, node, "bias", sums);
    }

    private static void Pack(Lowering lowering, ShapedNode node, string leaf, Operand packed) =>
        lowering.Pack(new PackChannels(Values: lowering.Parameter(node, leaf), packed, node.Output.Channels, node.Output.Positions, Inner(node).Pitch));

    private static void Reduce(Lowering lowering, ShapedNode node, string leaf, Operand sums) =>
        lowering.Reduce(new ReduceChannels(sums, Gradient: lowering.ParameterGradient(node, leaf), node.Output.Channels, node.Output.Positions, Inner(node).Pitch));

    /// <summary>How the parameters lie: as a value without a border.</summary>
    private static Plane Inner(ShapedNode node) => Plane.Of(node.Output);

    private static Operand Weight(Lowering lowering, ShapedNode node) =>
        lowering.Weights(node, BufferRole.Weight, Inner(node).Image);

    private static Operand Moments(Lowering lowering, ShapedNode node) =>
        lowering.Saved(node, BufferRole.Moments, NormMoments.OfLayer);
}

using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class GroupNorm : OpLowering
{
    public override bool GainLooksPast => true;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        GroupNormSpec spec = node.Spec<GroupNormSpec>();
        int input = node.Node.Inputs[0];
        Plane x = lowering.Plane(input);
        lowering.Pack(new PackAffine(Weight: lowering.Parameter(node, "weight"), Bias: lowering.Parameter(node, "bias"), Packed: Affine(lowering, node), x.C, x.Pitch));
        lowering.Call(
            new GroupNormKernel(x, lowering.Plane(node.Id), spec.Groups, spec.Epsilon),
            node.For(Purpose.Value),
            lowering.Value(input),
            lowering.Value(node.Id),
            Affine(lowering, node),
            Moments(lowering, node));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        int groups = node.Spec<GroupNormSpec>().Groups;
        int input = node.Node.Inputs[0];
        Plane x = lowering.Plane(input);
        Plane dy = lowering.GradientPlane(node.Id);
        Operand products = lowering.Shard(node, BufferRole.Products, x.Pitch);
        Operand sums = lowering.Shard(node, BufferRole.Sums, x.Pitch);
        Operand lines = lowering.Saved(node, BufferRole.Lines, NormMoments.OfGroups(x));
        lowering.Call(
            new GroupNormSumsKernel(x, dy, groups),
            node.For(Purpose.GradientSums),
            lowering.Value(input),
            lowering.Gradient(node.Id),
            Affine(lowering, node),
            Moments(lowering, node),
            lines,
            products,
            sums);
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new GroupNormGradientKernel(x, dy, target.Plane),
                node.For(Purpose.InputGradient),
                lowering.Value(input),
                lowering.Gradient(node.Id),
                target.Operand,
                Affine(lowering, node),
                Moments(lowering, node),
                lines);
        }

        lowering.Reduce(new ReduceVector(Sums: products, Gradient: lowering.ParameterGradient(node, "weight"), x.C));
        lowering.Reduce(new ReduceVector(Sums: sums, Gradient: lowering.ParameterGradient(node, "bias"), x.C));
    }

    private static Operand Affine(Lowering lowering, ShapedNode node) =>
        lowering.Weights(node, BufferRole.Affine, 2 * lowering.Plane(node.Id).Pitch);

    private static Operand Moments(Lowering lowering, ShapedNode node) =>
        lowering.Saved(node, BufferRole.Moments, NormMoments.OfGroups(lowering.Plane(node.Id)));
}

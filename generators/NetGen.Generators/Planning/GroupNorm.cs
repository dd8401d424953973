using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class GroupNorm : OpLowering
{
    public override bool GainLooksPast => true;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        GroupNormSpec spec = node.Spec<GroupNormSpec>();
        LowerForward(lowering, node, spec.Groups, spec.Epsilon, affine: true);
    }

    public override void Backward(Lowering lowering, ShapedNode node) => LowerBackward(lowering, node, node.Spec<GroupNormSpec>().Groups, affine: true);

    internal static void LowerForward(Lowering lowering, ShapedNode node, int groups, float epsilon, bool affine)
    {
        int input = node.Node.Inputs[0];
        Plane x = lowering.Plane(input);
        if (affine)
        {
            lowering.Pack(new PackAffine(Weight: lowering.Parameter(node, "weight"), Bias: lowering.Parameter(node, "bias"), Packed: Affine(lowering, node), x.C, x.Pitch));
        }

        Operand[] images = [lowering.Value(input), lowering.Value(node.Id)];
        lowering.Call(
            new GroupNormKernel(x, lowering.Plane(node.Id), groups, epsilon, affine),
            node.For(Purpose.Value),
            [.. images, .. Factors(lowering, node, affine), Moments(lowering, node)]);
    }

    internal static void LowerBackward(Lowering lowering, ShapedNode node, int groups, bool affine)
    {
        int input = node.Node.Inputs[0];
        Plane x = lowering.Plane(input);
        Plane dy = lowering.GradientPlane(node.Id);
        Operand[] sums = affine ? [lowering.Shard(node, BufferRole.Products, x.Pitch), lowering.Shard(node, BufferRole.Sums, x.Pitch)] : [];
        Operand lines = lowering.Saved(node, BufferRole.Lines, NormMoments.OfGroups(x));
        lowering.Call(
            new GroupNormSumsKernel(x, dy, groups, affine),
            node.For(Purpose.GradientSums),
            [lowering.Value(input), lowering.Gradient(node.Id), .. Factors(lowering, node, affine), Moments(lowering, node), lines, .. sums]);
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new GroupNormGradientKernel(x, dy, target.Plane, affine),
                node.For(Purpose.InputGradient),
                [lowering.Value(input), lowering.Gradient(node.Id), target.Operand, .. Factors(lowering, node, affine), Moments(lowering, node), lines]);
        }

        if (affine)
        {
            lowering.Reduce(new ReduceVector(Sums: sums[0], Gradient: lowering.ParameterGradient(node, "weight"), x.C));
            lowering.Reduce(new ReduceVector(Sums: sums[1], Gradient: lowering.ParameterGradient(node, "bias"), x.C));
        }
    }

    private static Operand[] Factors(Lowering lowering, ShapedNode node, bool affine) => affine ? [Affine(lowering, node)] : [];

    private static Operand Affine(Lowering lowering, ShapedNode node) =>
        lowering.Weights(node, BufferRole.Affine, 2 * lowering.Plane(node.Id).Pitch);

    private static Operand Moments(Lowering lowering, ShapedNode node) =>
        lowering.Saved(node, BufferRole.Moments, NormMoments.OfGroups(lowering.Plane(node.Id)));
}

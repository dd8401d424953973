using NetGen.Generators.Emission;
using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class RadialBasis : OpLowering
{
    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        lowering.Pack(
            "ChannelPacking.Pixels",
            [lowering.Parameter(node, "weight"), Centres(lowering, node)],
            Literals(node));
        lowering.Call(
            new RadialBasisKernel(lowering.Plane(input), lowering.Plane(node.Id)),
            $"{node.Name}: {node.Node.Title}",
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
            Operand sums = lowering.Lane(node, "CentreGradient", (long)x.C * dy.Pitch, $"the gradient by {node.Name}.weight, a row a feature");
            lowering.Call(
                new RadialBasisWeightGradientKernel(x, dy),
                $"{node.Name}: the gradient by its centres.",
                lowering.Value(input),
                Centres(lowering, node),
                lowering.Gradient(node.Id),
                sums);
            lowering.Reduce("ChannelPacking.ReducePixels", [sums, lowering.ParameterGradient(node, "weight")], Literals(node));
        }

        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new RadialBasisInputGradientKernel(x, dy, target.Plane),
                $"{node.Name}: the gradient by its input.",
                lowering.Value(input),
                Centres(lowering, node),
                lowering.Gradient(node.Id),
                target.Operand);
        }
    }

    /// <summary>For the packing routines: units are channels, and features are pixels.</summary>
    private static string[] Literals(ShapedNode node) =>
        [CodeWriter.Literal(node.Output.C), CodeWriter.Literal(node.Inputs[0].C), CodeWriter.Literal(Plane.PitchOf(node.Output.C))];

    private static Operand Centres(Lowering lowering, ShapedNode node) =>
        lowering.Weights(node, "Centres", (long)node.Inputs[0].C * Plane.PitchOf(node.Output.C), $"{node.Name}.weight, a row a feature");
}

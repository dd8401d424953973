using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>The calls of layers that add a border made of the image's own pixels.</summary>
internal static class EdgePad
{
    public static void LowerForward(Lowering lowering, ShapedNode node, bool mirrors)
    {
        int input = node.Node.Inputs[0];
        lowering.Call(
            new EdgePadKernel(lowering.Plane(input), lowering.Plane(node.Id), node.Spec<BorderSpec>().Top, node.Spec<BorderSpec>().Left, mirrors),
            node.For(Purpose.Value),
            lowering.Value(input),
            lowering.Value(node.Id));
    }

    public static void LowerBackward(Lowering lowering, ShapedNode node, bool mirrors)
    {
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new EdgePadGradientKernel(lowering.GradientPlane(node.Id), target.Plane, node.Spec<BorderSpec>().Top, node.Spec<BorderSpec>().Left, mirrors),
                node.For(Purpose.InputGradient),
                lowering.Gradient(node.Id),
                target.Operand);
        }
    }
}

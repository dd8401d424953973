using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>The calls of activations that are functions of each element and have their gradient from the input.</summary>
internal static class Functions
{
    /// <summary>Adds the call that computes <paramref name="function"/> of the input.</summary>
    public static void CallFunction(this Lowering lowering, ShapedNode node, PointFunction function)
    {
        int input = node.Node.Inputs[0];
        lowering.Call(
            new FunctionKernel(function, lowering.Plane(input), lowering.Plane(node.Id)),
            node.For(Purpose.Value),
            lowering.Value(input),
            lowering.Value(node.Id));
    }

    /// <summary>Adds the call that multiplies the gradient with the derivative of <paramref name="function"/> of the input.</summary>
    public static void CallSlope(this Lowering lowering, ShapedNode node, PointFunction function, float? zeroBelow = null)
    {
        int input = node.Node.Inputs[0];
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new SlopeKernel(function, lowering.Plane(input), lowering.GradientPlane(node.Id), target.Plane) { ZeroBelow = zeroBelow },
                node.For(Purpose.InputGradient),
                lowering.Value(input),
                lowering.Gradient(node.Id),
                target.Operand);
        }
    }
}

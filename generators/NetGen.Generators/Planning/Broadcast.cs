using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>A sum or a product of values, of which some are there for many rows, columns or channels of the result.</summary>
internal sealed class Broadcast(bool multiplies) : OpLowering
{
    public override bool GainLooksPast => !multiplies;

    public override void Forward(Lowering lowering, ShapedNode node) =>
        lowering.Call(
            new BroadcastKernel(node.Node.Inputs.Select(lowering.Plane).ToEquatableArray(), lowering.Plane(node.Id), multiplies),
            node.For(Purpose.Value),
            node.Node.Inputs.Select(lowering.Value).Concat([lowering.Value(node.Id)]).ToArray());

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        Plane dy = lowering.GradientPlane(node.Id);
        for (int i = 0; i < node.Node.Inputs.Count; i++)
        {
            if (lowering.Target(node, i) is not { } target)
            {
                continue;
            }

            CallNote note = node.For(Purpose.InputGradient, i + 1);
            int[] others = multiplies ? node.Node.Inputs.Where((_, place) => place != i).ToArray() : [];
            Kernel kernel = !multiplies && HasSizesOf(node.Inputs[i], node.Output)
                ? new CopyKernel(dy, target.Plane)
                : new BroadcastGradientKernel(others.Select(lowering.Plane).ToEquatableArray(), dy, target.Plane);
            lowering.Call(target, kernel, note, others.Select(lowering.Value).Concat([lowering.Gradient(node.Id), target.Operand]).ToArray());
        }
    }

    /// <summary>Whether a value has the result's channels, and as many pixels.</summary>
    public static bool HasSizesOf(Shape value, Shape result) => value.Channels == result.Channels && value.Positions == result.Positions;

    /// <summary>Whether a value is a vector of the result's channels.</summary>
    public static bool IsVectorOf(Shape value, Shape result) => value.Channels == result.Channels && value.Positions == 1;
}

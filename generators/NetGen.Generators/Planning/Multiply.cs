using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class Multiply : OpLowering
{
    private static readonly Broadcast s_broadcast = new(multiplies: true);

    /// <summary>A vector that scales channels stays in registers.</summary>
    public override OpLowering Choose(AlgorithmRequest request) =>
        request.Node.Inputs.All(s => Broadcast.HasSizesOf(s, request.Node.Output) || Broadcast.IsVectorOf(s, request.Node.Output)) ? this : s_broadcast;

    public override void Forward(Lowering lowering, ShapedNode node) =>
        lowering.Call(
            new MultiplyKernel(node.Node.Inputs.Select(lowering.Plane).ToEquatableArray(), lowering.Plane(node.Id)),
            node.For(Purpose.Value),
            node.Node.Inputs.Select(lowering.Value).Concat([lowering.Value(node.Id)]).ToArray());

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        for (int i = 0; i < node.Node.Inputs.Count; i++)
        {
            if (lowering.Target(node, i) is { } target)
            {
                int[] others = node.Node.Inputs.Where((_, place) => place != i).ToArray();
                lowering.Call(
                    target,
                    new MultiplyGradientKernel(others.Select(lowering.Plane).ToEquatableArray(), lowering.GradientPlane(node.Id), target.Plane),
                    node.For(Purpose.InputGradient, i + 1),
                    others.Select(lowering.Value).Concat([lowering.Gradient(node.Id), target.Operand]).ToArray());
            }
        }
    }
}

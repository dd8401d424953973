using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>A loss that each value has by itself: targets are laid out as the outputs are, and one kernel gives the loss and its gradient.</summary>
internal abstract class PointLoss : OpLowering
{
    /// <summary>The loss's kernel.</summary>
    /// <param name="node">The loss.</param>
    /// <param name="x">How the outputs lie.</param>
    /// <param name="targets">How the targets lie.</param>
    /// <param name="dx">How the gradient lies.</param>
    /// <param name="share">What the loss counts for.</param>
    protected abstract PointLossKernel Kernel(ShapedNode node, Plane x, Plane targets, Plane dx, LossShare share);

    public sealed override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        GradientTarget target = lowering.Target(node, 0)!.Value;
        Plane plane = Plane.Of(node.Inputs[0]);
        Operand targets = lowering.Scratch(node, BufferRole.Targets, plane);
        lowering.Call(Exchange.Enter(node.Inputs[0], plane), node.For(Purpose.Targets), lowering.Targets(node), targets);
        lowering.Call(
            Kernel(node, lowering.Plane(input), plane, target.Plane, lowering.Share(node)),
            node.For(Purpose.Loss),
            lowering.With(node, lowering.Value(input), targets, target.Operand, lowering.Totals(node), lowering.BatchCount(node)));
    }
}

namespace NetGen.Generators.Ops;

internal sealed partial class BinaryCrossEntropy
{
    public override RuntimeCall? Evaluation(ShapedNode node) =>
        new(
            "Losses.BinaryCrossEntropy",
            EquatableArray<Operand>.Empty,
            new[] { CodeWriter.Literal(node.Inputs[0].Size), CodeWriter.Literal(node.Inputs[0].H * node.Inputs[0].W) },
            $"{node.Node.Path}: {node.Node.Title}");

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        GradientTarget target = lowering.Target(node, 0)!.Value;
        Plane plane = Plane.Of(node.Inputs[0]);
        Operand targets = lowering.Scratch(node, "Targets", plane, $"the targets of {node.Node.Path}");
        lowering.Call(new EnterKernel(plane), $"{node.Node.Path}: bring the targets into the internal layout.", Operand.Of("c.Targets"), targets);
        lowering.Call(
            new BinaryCrossEntropyKernel(lowering.Plane(input), plane, target.Plane, lowering.Share(node)),
            $"{node.Node.Path}: the loss and its gradient.",
            lowering.Value(input),
            targets,
            target.Operand,
            Operand.Of("c.Totals"),
            Operand.Of("c.Batch"));
    }
}

using NetGen.Generators.Common;
using NetGen.Generators.Emission;
using NetGen.Generators.Graph;
using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class SoftmaxCrossEntropy : OpLowering
{
    public override RuntimeCall? Evaluation(ShapedNode node) =>
        new(
            "Losses.SoftmaxCrossEntropy",
            EquatableArray<Operand>.Empty,
            new[]
            {
                CodeWriter.Literal(node.Inputs[0].C),
                CodeWriter.Literal(node.Inputs[0].H * node.Inputs[0].W),
                CodeWriter.Literal(node.Spec<SoftmaxCrossEntropySpec>().LabelSmoothing),
            });

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        GradientTarget target = lowering.Target(node, 0)!.Value;
        lowering.Call(
            new SoftmaxCrossEntropyKernel(lowering.Plane(input), target.Plane, node.Spec<SoftmaxCrossEntropySpec>().LabelSmoothing, lowering.Share(node)),
            $"{node.Name}: the loss and its gradient.",
            lowering.Value(input),
            Operand.Of("c.Labels"),
            target.Operand,
            Operand.Of("c.Totals"),
            Operand.Of("c.Batch"));
    }
}

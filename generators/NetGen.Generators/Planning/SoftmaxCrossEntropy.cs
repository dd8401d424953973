using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class SoftmaxCrossEntropy : OpLowering
{
    /// <summary>No label, where every label is a class: labels are checked before.</summary>
    public const int NoLabel = -1;

    public override LossRoutine? Evaluation(ShapedNode node)
    {
        SoftmaxCrossEntropySpec spec = node.Spec<SoftmaxCrossEntropySpec>();
        Shape input = node.Inputs[0];
        bool inSteps = input.Kind == ShapeKinds.Sequence;
        int ignored = spec.Labels.Ignored ?? NoLabel;
        return (inSteps, spec.Labels == LabelRule.None) switch
        {
            (false, true) => new EvaluateSoftmaxCrossEntropy(input.Channels, input.Positions, spec.LabelSmoothing),
            (true, true) => new EvaluateSoftmaxCrossEntropyOfSteps(input.Features, input.Steps, spec.LabelSmoothing),
            (false, false) => new EvaluateWeightedSoftmaxCrossEntropy(input.Channels, input.Positions, spec.LabelSmoothing, ignored, spec.Labels.Weights),
            (true, false) => new EvaluateWeightedSoftmaxCrossEntropyOfSteps(input.Features, input.Steps, spec.LabelSmoothing, ignored, spec.Labels.Weights),
        };
    }

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        SoftmaxCrossEntropySpec spec = node.Spec<SoftmaxCrossEntropySpec>();
        GradientTarget target = lowering.Target(node, 0)!.Value;
        Plane x = lowering.Plane(input);
        bool inSteps = node.Inputs[0].Kind == ShapeKinds.Sequence;
        bool weighted = spec.Labels.ClassWeights.Length > 0;
        Kernel kernel = spec.Labels == LabelRule.None
            ? new SoftmaxCrossEntropyKernel(x, target.Plane, spec.LabelSmoothing, lowering.Share(node)) { InSteps = inSteps }
            : new WeightedSoftmaxCrossEntropyKernel(x, target.Plane, spec.LabelSmoothing, spec.Labels.Ignored, weighted, lowering.Share(node)) { InSteps = inSteps };
        Operand[] operands = [lowering.Value(input), Operand.Labels, Operand.Targets, target.Operand, Operand.Totals, Operand.BatchCount];
        lowering.Call(
            kernel,
            node.For(Purpose.Loss),
            spec.Labels == LabelRule.None ? operands : weighted ? [.. operands, Operand.LabelWeight, Operand.ClassWeights] : [.. operands, Operand.LabelWeight]);
    }
}

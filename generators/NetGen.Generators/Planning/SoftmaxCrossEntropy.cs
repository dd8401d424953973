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
        LossShare share = lowering.Share(node);
        bool plain = spec.Labels == LabelRule.None && !share.Weighs;
        Kernel kernel = plain
            ? new SoftmaxCrossEntropyKernel(x, target.Plane, spec.LabelSmoothing, share) { InSteps = inSteps }
            : new WeightedSoftmaxCrossEntropyKernel(x, target.Plane, spec.LabelSmoothing, spec.Labels.Ignored, weighted, share) { InSteps = inSteps };
        Operand[] operands = [lowering.Value(input), lowering.Labels(node), lowering.Targets(node), target.Operand, lowering.Totals(node), lowering.BatchCount(node)];
        operands = plain ? operands : weighted ? [.. operands, lowering.LabelWeight(node), lowering.ClassWeights(node)] : [.. operands, lowering.LabelWeight(node)];
        lowering.Call(kernel, node.For(Purpose.Loss), lowering.With(node, operands));
    }
}

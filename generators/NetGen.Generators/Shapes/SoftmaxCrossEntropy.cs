using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class SoftmaxCrossEntropy : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Any;

    /// <summary>A single number. An output with one channel has one class, whose probability is always 1.</summary>
    public override Shape? Infer(ShapeContext context)
    {
        context.IsRate("LabelSmoothing", context.Spec<SoftmaxCrossEntropySpec>().LabelSmoothing);
        context.CheckClassWeights(context.Spec<SoftmaxCrossEntropySpec>().Labels);
        return context.Input.Channels < 2
            ? context.Fail(Rules.LossDoesNotFit.Id, context.Label, "at least two classes", $"{context.Input}", "give its last layer an output a class, or take [BinaryCrossEntropy] for a single one")
            : Shape.Vector(1);
    }
}

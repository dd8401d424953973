using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Prepend : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.VectorOrSequence;

    public override Shape? Infer(ShapeContext context)
    {
        long steps = context.Input.Positions;
        for (int i = 1; i < context.Inputs.Count; i++)
        {
            Shape before = context.Inputs[i];
            if (before.Features != context.Input.Features)
            {
                return context.FailAt(
                    Rules.ShapesDiffer.Id,
                    ShapeChecks.TagOf(i),
                    context.Label,
                    before.Kind == ShapeKinds.Sequence ? $"(*, {context.Input.Features})" : $"({context.Input.Features})",
                    context.DescribeJoined(i),
                    $"{before}",
                    "give it as many features as a step has, by a [Dense] before its tag");
            }

            steps += before.Positions;
        }

        return context.SequenceOf(Sizes.Clamped(steps), context.Input.Features);
    }

    public override ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) => ShapeKinds.Sequence;
}

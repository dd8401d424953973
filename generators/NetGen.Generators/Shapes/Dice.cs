using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Dice : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.VectorOrImage;

    /// <summary>A single number. Of one channel the softmax is always 1.</summary>
    public override Shape? Infer(ShapeContext context)
    {
        DiceSpec spec = context.Spec<DiceSpec>();
        context.IsFiniteFrom0("Smooth", spec.Smooth);
        if (spec is { Sigmoid: true, Ignored: not null })
        {
            context.FailAt(Rules.SettingWithoutMeaning.Id, "IgnoreIndex", context.Label, "IgnoreIndex");
        }

        return !spec.Sigmoid && context.Input.Channels < 2
            ? context.Fail(Rules.LossDoesNotFit.Id, context.Label, "at least two classes", $"{context.Input}", "give its last layer an output a class, or set Sigmoid = true for a single region")
            : Shape.Vector(1);
    }
}

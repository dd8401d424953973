using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class CTC : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Sequence;

    /// <summary>A single number. The blank alone spells nothing.</summary>
    public override Shape? Infer(ShapeContext context) => context.Input.Channels < 2
        ? context.Fail(Rules.LossDoesNotFit.Id, context.Label, "at least two classes, of which the first is the blank", $"{context.Input}", "give its last layer an output a class")
        : Shape.Vector(1);
}

using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class CTC : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Sequence;

    /// <summary>Of what are no lengths more can be said than that it is of another kind.</summary>
    public override ShapeKinds TakesAt(int input) => input == 0 ? Takes : ShapeKinds.Any;

    /// <summary>A single number. The blank alone spells nothing.</summary>
    public override Shape? Infer(ShapeContext context)
    {
        if (context.Input.Channels < 2)
        {
            return context.Fail(Rules.LossDoesNotFit.Id, context.Label, "at least two classes, of which the first is the blank", $"{context.Input}", "give its last layer an output a class");
        }

        return context.Spec<CTCSpec>() is { Lengths: { } tag, LengthsInput: { } lengths } && !context.CheckLengths(lengths, tag) ? null : Shape.Vector(1);
    }
}

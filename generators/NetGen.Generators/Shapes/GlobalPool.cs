using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>One value of each channel for all pixels of an image, or for the steps of a sequence.</summary>
internal abstract class GlobalPool : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.ImageOrSequence;

    /// <summary>Of what are no lengths more can be said than that it is of another kind.</summary>
    public override ShapeKinds TakesAt(int input) => input == 0 ? Takes : ShapeKinds.Any;

    public override Shape? Infer(ShapeContext context)
    {
        if (context.Spec<GlobalPoolSpec>() is { Lengths: { } tag, LengthsInput: { } lengths })
        {
            if (context.Input.Kind != ShapeKinds.Sequence)
            {
                context.FailAt(
                    Rules.SequenceNeeded.Id, LengthChecks.Argument, $"{context.Label} with Lengths", ShapeWords.Of(ShapeGuess.Of(context.Input)), $"{ShapeWords.ToSequence(context.Input.Kind)}, or take Lengths off");
            }
            else
            {
                context.CheckLengths(lengths, tag);
            }
        }

        return Shape.Vector(context.Input.Channels);
    }

    public override ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) => ShapeKinds.Vector;
}

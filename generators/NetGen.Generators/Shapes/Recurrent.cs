using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>Layers that go through a sequence with a state: their parameters have PyTorch's names, shapes and order of gates.</summary>
internal abstract class Recurrent : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Sequence;

    /// <summary>Of what begins a state, and of lengths, more can be said than that it is of another kind.</summary>
    public override ShapeKinds TakesAt(int input) => input == 0 ? Takes : ShapeKinds.Any;

    public override string? SizedBy => "units";

    public override Shape? Infer(ShapeContext context)
    {
        RecurrentSpec spec = context.Spec<RecurrentSpec>();
        if (!context.AtLeast(1, "units", spec.Units))
        {
            return null;
        }

        // The gates of all steps are in memory at once.
        long gates = (long)spec.Gates * Plane.PitchOf(spec.Units);
        if (!Sizes.Fits(gates, context.Input.Steps))
        {
            context.Fail(Rules.ValueTooLarge.Id, "the gates of " + context.Label, $"({context.Input.Steps}, {(long)spec.Gates * spec.Units})");
        }

        bool fits = true;
        for (int i = 1; i <= spec.Tags.Count; i++)
        {
            if (i == spec.LengthsInput)
            {
                fits &= context.CheckLengths(i, spec.Tags[i - 1]);
            }
            else if (context.Inputs[i] != Shape.Vector(spec.Units))
            {
                context.FailAt(
                    Rules.ShapesDiffer.Id, spec.ArgumentOf(i - 1), context.Label, $"({spec.Units})", context.DescribeJoined(i), $"{context.Inputs[i]}", $"give as many values as the state has, by a [Dense({spec.Units})] before the tag");
                fits = false;
            }
        }

        return !fits ? null
            : spec.ReturnSequences ? context.Input.WithChannels(spec.Units)
            : Shape.Vector(spec.Units);
    }

    public override ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) =>
        ((RecurrentSpec)spec).ReturnSequences ? ShapeKinds.Sequence : ShapeKinds.Vector;

    public override ShapeGuess Guess(Spec spec, IReadOnlyList<ShapeGuess> inputs) => spec is RecurrentSpec { ReturnSequences: false } last
        ? ShapeGuess.Of(Shape.Vector(last.Units))
        : ShapeGuess.OfKind(ShapeKinds.Sequence);

    public override EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs)
    {
        RecurrentSpec spec = (RecurrentSpec)node.Spec;
        int features = inputs[0].Features;
        int rows = Sizes.Clamped(spec.Gates, spec.Units);
        return new[]
        {
            new ParameterDeclaration("weight_ih_l0", new[] { rows, features }, Trainable: true, Start.Xavier, features, spec.Units),
            new ParameterDeclaration("weight_hh_l0", new[] { rows, spec.Units }, Trainable: true, Start.Xavier, spec.Units, spec.Units),
            new ParameterDeclaration("bias_ih_l0", new[] { rows }, Trainable: true, Start.Zero),
            new ParameterDeclaration("bias_hh_l0", new[] { rows }, Trainable: true, Start.Zero),
        };
    }

    /// <summary>Both products of each step.</summary>
    public override long Macs(Node node, EquatableArray<Shape> inputs, Shape output)
    {
        RecurrentSpec spec = (RecurrentSpec)node.Spec;
        return Sizes.Product(inputs[0].Steps, Sizes.Product(spec.Gates, spec.Units, (long)inputs[0].Features + spec.Units));
    }
}

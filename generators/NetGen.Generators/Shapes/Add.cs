using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Add : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Any;

    public override bool WorksOnEachStep => true;

    public override Shape? Infer(ShapeContext context)
    {
        for (int i = 1; i < context.Inputs.Count; i++)
        {
            if (context.Inputs[i] != context.Input)
            {
                return context.FailJoin($"{context.Input}", i);
            }
        }

        return context.Input;
    }

    public override ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) => Joins.Kind(inputs);

    /// <summary>All summands have one shape, so any that is known will do.</summary>
    public override ShapeGuess Guess(Spec spec, IReadOnlyList<ShapeGuess> inputs) =>
        inputs.Select(i => i.Shape).FirstOrDefault(s => s is not null) is { } shape && inputs.All(i => i.Shape is null || i.Shape == shape)
            ? ShapeGuess.Of(shape)
            : base.Guess(spec, inputs);
}

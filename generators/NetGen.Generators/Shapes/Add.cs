using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Add : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Any;

    public override bool WorksOnEachStep => true;

    public override Shape? Infer(ShapeContext context) => Joins.Together(context, result => $"{result}");

    public override ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) => Joins.KindTogether(inputs);

    /// <summary>Summands are nearly always of one shape, so any that is known will do, unless it may be one that is repeated to the size of another.</summary>
    public override ShapeGuess Guess(Spec spec, IReadOnlyList<ShapeGuess> inputs) =>
        inputs.Select(i => i.Shape).FirstOrDefault(s => s is not null) is { } shape && inputs.All(i => i.Shape is null || i.Shape == shape) && !MayBeRepeated(shape, inputs)
            ? ShapeGuess.Of(shape)
            : base.Guess(spec, inputs);

    private static bool MayBeRepeated(Shape shape, IReadOnlyList<ShapeGuess> inputs) =>
        shape.Dimensions.Contains(1) || (shape.Kind == ShapeKinds.Vector && inputs.Any(i => i.Kind != ShapeKinds.Vector));
}

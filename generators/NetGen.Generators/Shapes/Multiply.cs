using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Multiply : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Any;

    public override bool WorksOnEachStep => true;

    public override Shape? Infer(ShapeContext context) => Joins.Together(
        context,
        result => $"{result} or {(result.Kind == ShapeKinds.Vector ? $"({result.Channels}, *, *)" : $"({result.Channels})")}");

    public override ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) => Joins.KindTogether(inputs);
}

using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class MaxPool1D : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Sequence;

    public override Shape? Infer(ShapeContext context) => context.PoolSteps(context.Spec<PoolSpec>());

    public override ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) => ShapeKinds.Sequence;
}

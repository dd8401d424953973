namespace NetGen.Generators.Ops;

internal sealed partial class MaxPool
{
    public override Shape? Infer(ShapeContext context) => context.Pool(context.Spec<PoolSpec>());
}

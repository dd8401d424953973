namespace NetGen.Generators.Ops;

internal sealed partial class AvgPool
{
    public override Shape? Infer(ShapeContext context) => context.Pool(context.Spec<PoolSpec>());
}

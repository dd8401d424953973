namespace NetGen.Generators.Ops;

internal sealed partial class Softmax
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}

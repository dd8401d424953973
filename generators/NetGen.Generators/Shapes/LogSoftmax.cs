namespace NetGen.Generators.Ops;

internal sealed partial class LogSoftmax
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}

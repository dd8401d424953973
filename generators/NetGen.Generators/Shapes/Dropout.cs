using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Dropout : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Any;

    public override bool WorksOnEachStep => true;

    public override Shape? Infer(ShapeContext context)
    {
        context.IsRate("rate", context.Spec<DropoutSpec>().Rate);
        return context.Input;
    }
}

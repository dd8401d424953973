using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Add : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Any;

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
}

using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Multiply : ShapeRule
{
    public override Shape? Infer(ShapeContext context)
    {
        Shape result = context.Input;
        for (int i = 1; i < context.Inputs.Count; i++)
        {
            Shape other = context.Inputs[i];
            bool scales = other.C == result.C && (other.IsVector || result.IsVector);
            if (other != result && !scales)
            {
                string either = result.IsVector ? $"({result.C}, *, *)" : $"({result.C})";
                return context.FailJoin($"{result} or {either}", i);
            }

            result = result.IsVector ? other : result;
        }

        return result;
    }
}

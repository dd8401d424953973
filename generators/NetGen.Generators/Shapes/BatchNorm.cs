using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class BatchNorm : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.VectorOrImage;

    public override Shape? Infer(ShapeContext context)
    {
        BatchNormSpec spec = context.Spec<BatchNormSpec>();

        // Written so that NaN fails as well.
        if (!(spec.Momentum > 0 && spec.Momentum <= 1))
        {
            context.FailRange("Momentum", "above 0 and at most 1", spec.Momentum);
        }

        context.IsFiniteAbove0("Epsilon", spec.Epsilon);
        return context.Input;
    }

    public override EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs)
    {
        EquatableArray<int> shape = new[] { inputs[0].Channels };
        return new[]
        {
            new ParameterDeclaration("weight", shape, Trainable: true, Start.One),
            new ParameterDeclaration("bias", shape, Trainable: true, Start.Zero),
            new ParameterDeclaration("running_mean", shape, Trainable: false, Start.Zero),
            new ParameterDeclaration("running_var", shape, Trainable: false, Start.One),
        };
    }
}

using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class InstanceNorm : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Image;

    public override Shape? Infer(ShapeContext context)
    {
        context.IsFiniteAbove0("Epsilon", context.Spec<InstanceNormSpec>().Epsilon);
        return context.Input;
    }

    public override EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs) => ((InstanceNormSpec)node.Spec).Affine
        ? new[]
        {
            new ParameterDeclaration("weight", new[] { inputs[0].Channels }, Trainable: true, Start.One),
            new ParameterDeclaration("bias", new[] { inputs[0].Channels }, Trainable: true, Start.Zero),
        }
        : EquatableArray<ParameterDeclaration>.Empty;
}

using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class LayerNorm : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.VectorOrImage;

    public override Shape? Infer(ShapeContext context)
    {
        context.IsFiniteAbove0("Epsilon", context.Spec<LayerNormSpec>().Epsilon);
        return context.Input;
    }

    public override EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs) => new[]
    {
        new ParameterDeclaration("weight", inputs[0].Dimensions, Trainable: true, Start.One),
        new ParameterDeclaration("bias", inputs[0].Dimensions, Trainable: true, Start.Zero),
    };
}

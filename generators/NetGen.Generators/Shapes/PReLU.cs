using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class PReLU : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.VectorOrImage;

    public override Shape? Infer(ShapeContext context) => context.Input;

    public override EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs) =>
        new[] { new ParameterDeclaration("weight", new[] { inputs[0].Channels }, Trainable: true, Start.Quarter) };
}

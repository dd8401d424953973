namespace NetGen.Generators.Ops;

internal sealed partial class PReLU
{
    public override Shape? Infer(ShapeContext context) => context.Input;

    public override EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs) =>
        new[] { new ParameterDeclaration("weight", new[] { inputs[0].C }, Trainable: true, Start.Quarter) };
}

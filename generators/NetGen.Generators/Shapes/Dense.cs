using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>Of a sequence, a dense layer reads each step by itself.</summary>
internal sealed class Dense : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.VectorOrSequence;

    public override bool WorksOnEachStep => true;

    public override ShapeGuess Guess(Spec spec, IReadOnlyList<ShapeGuess> inputs) => inputs[0].Kind == ShapeKinds.Sequence
        ? ShapeGuess.OfKind(ShapeKinds.Sequence)
        : ShapeGuess.Of(Shape.Vector(((DenseSpec)spec).Units));

    public override ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) => inputs[0] ?? ShapeKinds.Vector;

    public override string? SizedBy => "units";

    public override Shape? Infer(ShapeContext context)
    {
        int units = context.Spec<DenseSpec>().Units;
        return context.AtLeast(1, "units", units) ? context.Input.WithChannels(units) : null;
    }

    public override EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs)
    {
        DenseSpec spec = (DenseSpec)node.Spec;
        int features = inputs[0].Features;
        ParameterDeclaration weight = new("weight", new[] { spec.Units, features }, Trainable: true, Start.Weight, features, spec.Units);
        return spec.Bias ? new[] { weight, ParameterDeclaration.Bias(spec.Units) } : new[] { weight };
    }

    public override long Macs(Node node, EquatableArray<Shape> inputs, Shape output) => Sizes.Product(inputs[0].Features, output.Size);
}

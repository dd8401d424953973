using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class RadialBasis : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Vector;

    public override Shape? OutputOfAny(Spec spec) => Shape.Vector(((RadialBasisSpec)spec).Units);

    public override string? SizedBy => "units";

    public override Shape? Infer(ShapeContext context)
    {
        int units = context.Spec<RadialBasisSpec>().Units;
        return context.AtLeast(1, "units", units) ? Shape.Vector(units) : null;
    }

    public override EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs)
    {
        RadialBasisSpec spec = (RadialBasisSpec)node.Spec;
        return new[] { new ParameterDeclaration("weight", new[] { spec.Units, inputs[0].Features }, spec.Trainable, Start.PlusMinusOne) };
    }

    /// <summary>A multiplication for each squared difference.</summary>
    public override long Macs(Node node, EquatableArray<Shape> inputs, Shape output) => Sizes.Product(inputs[0].Features, output.Features);
}

using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Dense : ShapeRule
{
    public override Shape? OutputOfAny(Spec spec) => Shape.Vector(((DenseSpec)spec).Units);

    public override Shape? Infer(ShapeContext context)
    {
        int units = context.Spec<DenseSpec>().Units;
        if (!context.AtLeast(1, "units", units))
        {
            return null;
        }

        return context.Input.IsVector
            ? Shape.Vector(units)
            : context.Fail(Rules.VectorNeeded.Id, context.Label, $"{context.Input}");
    }

    public override EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs)
    {
        DenseSpec spec = (DenseSpec)node.Spec;
        int features = inputs[0].C;
        ParameterDeclaration weight = new("weight", new[] { spec.Units, features }, Trainable: true, Start.Weight, features, spec.Units);
        return spec.Bias ? new[] { weight, ParameterDeclaration.Bias(spec.Units) } : new[] { weight };
    }

    public override long Macs(Node node, EquatableArray<Shape> inputs, Shape output) => Sizes.Product(inputs[0].C, output.C);
}

using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class BinaryCrossEntropy : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Any;

    /// <summary>A single number, for outputs of any shape.</summary>
    public override Shape? Infer(ShapeContext context) => Shape.Vector(1);
}

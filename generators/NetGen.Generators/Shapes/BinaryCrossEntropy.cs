namespace NetGen.Generators.Ops;

internal sealed partial class BinaryCrossEntropy
{
    /// <summary>A single number, for outputs of any shape.</summary>
    public override Shape? Infer(ShapeContext context) => Shape.Vector(1);
}

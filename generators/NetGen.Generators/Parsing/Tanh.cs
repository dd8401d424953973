namespace NetGen.Generators.Ops;

internal sealed partial class Tanh : Op
{
    public override string Name => "Tanh";

    public override Spec Read(ArgumentReader arguments) => new TanhSpec(arguments.Float("Scale", 1f), arguments.Float("Slope", 1f));
}

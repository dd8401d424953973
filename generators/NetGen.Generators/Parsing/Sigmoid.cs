namespace NetGen.Generators.Ops;

internal sealed partial class Sigmoid : Op
{
    public override string Name => "Sigmoid";

    public override Spec Read(ArgumentReader arguments) => NoSpec.Instance;
}

namespace NetGen.Generators.Ops;

internal sealed partial class ReLU : Op
{
    public override string Name => "ReLU";

    public override Spec Read(ArgumentReader arguments) => NoSpec.Instance;
}

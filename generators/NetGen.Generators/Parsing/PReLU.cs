namespace NetGen.Generators.Ops;

internal sealed partial class PReLU : Op
{
    public override string Name => "PReLU";

    public override Spec Read(ArgumentReader arguments) => NoSpec.Instance;
}

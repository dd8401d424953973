namespace NetGen.Generators.Ops;

internal sealed partial class SiLU : Op
{
    public override string Name => "SiLU";

    public override Spec Read(ArgumentReader arguments) => NoSpec.Instance;
}

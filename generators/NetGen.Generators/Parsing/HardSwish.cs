namespace NetGen.Generators.Ops;

internal sealed partial class HardSwish : Op
{
    public override string Name => "HardSwish";

    public override Spec Read(ArgumentReader arguments) => NoSpec.Instance;
}

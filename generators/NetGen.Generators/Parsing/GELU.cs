namespace NetGen.Generators.Ops;

internal sealed partial class GELU : Op
{
    public override string Name => "GELU";

    public override Spec Read(ArgumentReader arguments) => NoSpec.Instance;
}

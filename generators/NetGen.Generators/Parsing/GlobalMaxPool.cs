namespace NetGen.Generators.Ops;

internal sealed partial class GlobalMaxPool : Op
{
    public override string Name => "GlobalMaxPool";

    public override Spec Read(ArgumentReader arguments) => NoSpec.Instance;
}

namespace NetGen.Generators.Ops;

internal sealed partial class GlobalAvgPool : Op
{
    public override string Name => "GlobalAvgPool";

    public override Spec Read(ArgumentReader arguments) => NoSpec.Instance;
}

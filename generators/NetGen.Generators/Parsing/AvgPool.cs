namespace NetGen.Generators.Ops;

internal sealed partial class AvgPool : Op
{
    public override string Name => "AvgPool";

    public override Spec Read(ArgumentReader arguments) => new PoolSpec(
        arguments.PoolWindow(),
        arguments.Bool("CeilMode"),
        arguments.Bool("CountIncludePad", true));
}

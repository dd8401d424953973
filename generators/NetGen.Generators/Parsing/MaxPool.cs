namespace NetGen.Generators.Ops;

internal sealed partial class MaxPool : Op
{
    public override string Name => "MaxPool";

    public override Spec Read(ArgumentReader arguments) => new PoolSpec(arguments.PoolWindow(), arguments.Bool("CeilMode"), CountIncludePad: false);
}

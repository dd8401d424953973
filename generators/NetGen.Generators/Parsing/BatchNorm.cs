namespace NetGen.Generators.Ops;

internal sealed partial class BatchNorm : Op
{
    public override string Name => "BatchNorm";

    public override Spec Read(ArgumentReader arguments) => new BatchNormSpec(arguments.Float("Momentum", 0.1f), arguments.Float("Epsilon", 1e-5f));
}

namespace NetGen.Generators.Ops;

internal sealed partial class LocalResponseNorm : Op
{
    public override string Name => "LocalResponseNorm";

    public override Spec Read(ArgumentReader arguments) => new LocalResponseNormSpec(
        arguments.Int("size"),
        arguments.Float("Alpha", 1e-4f),
        arguments.Float("Beta", 0.75f),
        arguments.Float("K", 1f));
}

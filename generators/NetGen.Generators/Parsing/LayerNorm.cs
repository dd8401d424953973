namespace NetGen.Generators.Ops;

internal sealed partial class LayerNorm : Op
{
    public override string Name => "LayerNorm";

    public override Spec Read(ArgumentReader arguments) => new LayerNormSpec(arguments.Float("Epsilon", 1e-5f));
}

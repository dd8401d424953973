using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class LocalResponseNorm : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new LocalResponseNormSpec(
        arguments.Int("size"),
        arguments.Float("Alpha", 1e-4f),
        arguments.Float("Beta", 0.75f),
        arguments.Float("K", 1f));
}

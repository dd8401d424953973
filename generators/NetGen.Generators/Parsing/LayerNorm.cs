using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class LayerNorm : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new LayerNormSpec(arguments.Float("Epsilon", 1e-5f));
}

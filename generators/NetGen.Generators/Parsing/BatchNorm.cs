using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class BatchNorm : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new BatchNormSpec(arguments.Float("Momentum", 0.1f), arguments.Float("Epsilon", 1e-5f));
}

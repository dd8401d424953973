using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class ReLU : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new ReLUSpec();
}

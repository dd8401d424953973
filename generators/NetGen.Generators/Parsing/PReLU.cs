using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class PReLU : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new PReLUSpec();
}

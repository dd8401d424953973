using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class SiLU : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new SiLUSpec();
}

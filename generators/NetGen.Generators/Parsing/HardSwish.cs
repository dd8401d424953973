using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class HardSwish : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new HardSwishSpec();
}

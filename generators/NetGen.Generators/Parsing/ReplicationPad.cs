using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class ReplicationPad : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new ReplicationPadSpec(arguments.Int("n"));
}

using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class ZeroPad : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new ZeroPadSpec(arguments.Int("n"));
}

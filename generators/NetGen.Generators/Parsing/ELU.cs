using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class ELU : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new ELUSpec(arguments.Float("alpha", 1f));
}

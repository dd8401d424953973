using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class GlobalMaxPool : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new GlobalMaxPoolSpec(arguments.Lengths());
}

using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Concat : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new ConcatSpec(arguments.Tags());
}

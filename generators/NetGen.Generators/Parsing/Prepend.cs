using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Prepend : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new PrependSpec(arguments.Tags());
}

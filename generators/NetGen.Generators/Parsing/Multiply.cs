using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Multiply : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new MultiplySpec(arguments.Tags());
}

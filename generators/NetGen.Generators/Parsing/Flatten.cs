using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Flatten : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new FlattenSpec();
}

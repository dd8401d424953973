using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Reshape : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new ReshapeSpec(arguments.Int("c"), arguments.Int("h"), arguments.Int("w"));
}

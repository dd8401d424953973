using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Dropout : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new DropoutSpec(arguments.Float("rate"));
}

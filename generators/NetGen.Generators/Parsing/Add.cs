using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Add : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new AddSpec(arguments.Tags());
}

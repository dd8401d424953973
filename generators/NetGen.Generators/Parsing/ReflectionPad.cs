using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class ReflectionPad : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new ReflectionPadSpec(arguments.Int("n"));
}

using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class LeakyReLU : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new LeakyReLUSpec(arguments.Float("slope", 0.01f));
}

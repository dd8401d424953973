using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Tanh : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new TanhSpec(arguments.Float("Scale", 1f), arguments.Float("Slope", 1f));
}

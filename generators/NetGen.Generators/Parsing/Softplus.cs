using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Softplus : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new SoftplusSpec();
}

using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Sigmoid : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new SigmoidSpec();
}

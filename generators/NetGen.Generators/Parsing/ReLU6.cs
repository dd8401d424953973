using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class ReLU6 : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new ReLU6Spec();
}

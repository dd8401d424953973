using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Softmax : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new SoftmaxSpec();
}

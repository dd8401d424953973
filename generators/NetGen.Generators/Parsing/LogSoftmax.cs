using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class LogSoftmax : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new LogSoftmaxSpec();
}

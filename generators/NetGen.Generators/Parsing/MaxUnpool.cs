using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class MaxUnpool : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new MaxUnpoolSpec(arguments.Text("tag"), default);
}

using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class MaxPool : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new MaxPoolSpec(arguments.PoolWindow(), arguments.Bool("CeilMode"));
}

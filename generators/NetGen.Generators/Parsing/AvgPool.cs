using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class AvgPool : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new AvgPoolSpec(
        arguments.PoolWindow(),
        arguments.Bool("CeilMode"),
        arguments.Bool("CountIncludePad", true));
}

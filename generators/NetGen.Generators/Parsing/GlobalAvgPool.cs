using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class GlobalAvgPool : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new GlobalAvgPoolSpec(arguments.Lengths());
}

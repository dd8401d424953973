using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class AdaptiveAvgPool : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new AdaptiveAvgPoolSpec(arguments.Int("h"), arguments.Int("w"));
}

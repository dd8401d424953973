using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class DepthwiseConv : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new DepthwiseConvSpec(
        arguments.Window(),
        arguments.Int("Multiplier", 1),
        arguments.Bool("Bias", true));
}

using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class ConvTranspose : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new ConvTransposeSpec(
        arguments.Int("filters"),
        arguments.Window(),
        arguments.Int("OutputPad"),
        arguments.Int("Groups", 1),
        arguments.Bool("Bias", true));
}

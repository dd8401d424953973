using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Conv : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new ConvSpec(
        arguments.Int("filters"),
        arguments.Window(),
        arguments.Int("Groups", 1),
        arguments.Bool("Bias", true),
        arguments.OptionalText("Connections"))
    {
        Algorithm = (ConvAlgorithm)arguments.Int("Algorithm"),
    };
}

namespace NetGen.Generators.Ops;

internal sealed partial class ConvTranspose : Op
{
    public override string Name => "ConvTranspose";

    public override Spec Read(ArgumentReader arguments) => new ConvTransposeSpec(
        arguments.Int("filters"),
        arguments.Window(),
        arguments.Int("OutputPad"),
        arguments.Int("Groups", 1),
        arguments.Bool("Bias", true));
}

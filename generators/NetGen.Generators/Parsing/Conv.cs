namespace NetGen.Generators.Ops;

internal sealed partial class Conv : Op
{
    public override string Name => "Conv";

    public override Spec Read(ArgumentReader arguments) => new ConvSpec(
        arguments.Int("filters"),
        arguments.Window(),
        arguments.Int("Groups", 1),
        arguments.Bool("Bias", true),
        arguments.OptionalText("Connections"));
}

namespace NetGen.Generators.Ops;

internal sealed partial class DepthwiseConv : Op
{
    public override string Name => "DepthwiseConv";

    public override Spec Read(ArgumentReader arguments) => new DepthwiseConvSpec(
        arguments.Window(),
        arguments.Int("Multiplier", 1),
        arguments.Bool("Bias", true));
}

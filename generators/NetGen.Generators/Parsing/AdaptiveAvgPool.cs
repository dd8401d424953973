namespace NetGen.Generators.Ops;

internal sealed partial class AdaptiveAvgPool : Op
{
    public override string Name => "AdaptiveAvgPool";

    public override Spec Read(ArgumentReader arguments) => new AdaptiveAvgPoolSpec(arguments.Int("h"), arguments.Int("w"));
}

namespace NetGen.Generators.Ops;

internal sealed partial class ZeroPad : Op
{
    public override string Name => "ZeroPad";

    public override Spec Read(ArgumentReader arguments) => new BorderSpec(arguments.Int("n"));
}

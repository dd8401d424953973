namespace NetGen.Generators.Ops;

internal sealed partial class Crop : Op
{
    public override string Name => "Crop";

    public override Spec Read(ArgumentReader arguments) => new BorderSpec(arguments.Int("n"));
}
